import Link from "next/link";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";

/** The events that a delivery brought, each a link to its place in its conversation. */
export function DeliveryEvents({ delivery: { events, eventIds } }: { delivery: DeliveryDetail }) {
  if (events.length === 0) return null;
  return (
    <section aria-label="Events" className="shrink-0 border-b border-line px-4 py-2.5">
      <ul className="flex max-h-32 flex-wrap gap-1.5 overflow-y-auto">
        {events.map(({ id, type, messageType, recognised, conversationKey }) => (
          <li key={id}>
            <Link
              href={`/conversations/${encodeURIComponent(conversationKey)}?event=${id}`}
              prefetch={false}
              className="inline-flex h-6 items-center gap-1 rounded-full border border-line bg-pane px-2 text-xs hover:bg-hover"
            >
              <span className={recognised ? undefined : "text-warning"}>{messageType ?? type}</span>
              <span className="tabular text-muted">{id}</span>
            </Link>
          </li>
        ))}
        {eventIds.length > events.length && (
          <li className="tabular flex h-6 items-center text-xs text-muted">
            and {(eventIds.length - events.length).toLocaleString("en")} more
          </li>
        )}
      </ul>
    </section>
  );
}
