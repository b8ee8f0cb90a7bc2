import "server-only";
import { conversationLabels } from "@/lib/event-types/types/conversation-labels";
import type { LoggedEvent } from "@/lib/store/log/logged-event";

/** The label names in an event: a later event may contain only the id (docs/support-hunt/webhook.md §3). */
export function labelNamings({ id, occurredAt, event }: LoggedEvent) {
  if (event.type !== conversationLabels.type) return [];
  const reading = conversationLabels.payload.safeParse(event.payload);
  const labels = reading.success ? reading.data.labels : [];
  return labels.flatMap((label) =>
    label.name === null
      ? []
      : [
          {
            accountKey: event.envelope.account.key,
            labelId: label.id,
            name: label.name,
            namedAt: occurredAt,
            namedBy: id,
          },
        ],
  );
}
