import "server-only";
import { permissionsOf } from "@/lib/access/permissions";
import type { MaskingPreview } from "@/lib/api/schemas/privacy/masking";
import { requirePermission } from "@/lib/auth/require-permission";
import type { Viewer } from "@/lib/auth/viewer";
import { defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import { missingConversation } from "@/lib/queries/conversations/missing-conversation";
import { titleSeen } from "@/lib/queries/lists/seen";
import type { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listConversations } from "@/lib/store/lists/list-conversations";
import { toEvent } from "@/lib/store/log/read-log";
import { listEvents } from "@/lib/store/reads/list-events";
import { readMasks } from "@/lib/store/reads/read-masks";

const mostEvents = 60;
const longestText = 300;

/**
 * The first events of a conversation, by default of the latest one, as they are and as a masked viewer sees them.
 *
 * @throws AppError forbidden without the permissions to read them
 */
export async function maskingPreview(viewer: Viewer, key: string | undefined): Promise<MaskingPreview | Refusal> {
  requirePermission(viewer, "read");
  requirePermission(viewer, "personal");
  const filters = key === undefined ? noFilters : { ...noFilters, key: [key] };
  const { rows } = await listConversations(store(), viewer, { filters, sort: defaultSort, limit: 1, after: null });
  const [listing] = rows;
  if (listing === undefined)
    return key === undefined ? { conversation: null, lines: [] } : missingConversation(viewer, key);
  const { id, title } = listing;
  const found = await listEvents(store(), { conversationId: id, after: null, since: null, limit: mostEvents });
  const events = found.rows.map(toEvent);
  const masks = await readMasks(store(), { ...viewer, permissions: permissionsOf("viewer") }, [id]);
  const masked = masks?.events(id, events) ?? [];
  return {
    conversation: {
      ...{ key: listing.key, title },
      masked: titleSeen(listing, masks),
    },
    lines: events.map(({ id: eventId, occurredAt, text }, place) => ({
      ...{ eventId, at: occurredAt, text: text.slice(0, longestText) },
      masked: (masked[place]?.text ?? "").slice(0, longestText),
    })),
  };
}
