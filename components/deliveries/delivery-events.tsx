import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";

/** A delivery's events, each linked to its place in its conversation, and its quarantined events. */
export function DeliveryEvents({ delivery }: { delivery: DeliveryDetail }) {
  const { events, eventIds, quarantinedEvents, duplicates, erased } = delivery;
  if (events.length === 0 && quarantinedEvents.length === 0) {
    return <EmptyState title="No events">{emptyText(duplicates, erased)}</EmptyState>;
  }
  return (
    <section aria-label="Events">
      <ul>
        {events.map(({ id, type, messageType, recognised, conversationKey, title }) => (
          <li key={id}>
            <Link
              href={`/conversations/${encodeURIComponent(conversationKey)}?event=${id}`}
              prefetch={false}
              className="grid min-h-9 grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto] items-center gap-3 border-b border-line px-4 py-1.5 text-sm hover:bg-hover"
            >
              <span dir="auto" className={recognised ? "truncate font-medium" : "truncate font-medium text-warning"}>
                {messageType ?? type}
              </span>
              <span dir="auto" className="truncate text-muted">
                {title ?? conversationKey}
              </span>
              <span className="tabular text-xs text-muted">{id}</span>
            </Link>
          </li>
        ))}
        {quarantinedEvents.slice(0, mostQuarantined).map(({ id, place, reason }) => (
          <li key={`quarantined ${id}`} className="border-b border-line px-4 py-2 text-sm text-warning">
            Event {place + 1}, quarantined: <span className="text-text [overflow-wrap:anywhere]">{reason}</span>
          </li>
        ))}
      </ul>
      <More count={eventIds.length - events.length} noun="events" />
      <More count={quarantinedEvents.length - mostQuarantined} noun="quarantined events" />
    </section>
  );
}

const mostQuarantined = 100;

function emptyText(duplicates: number, erased: number): string {
  if (erased > 0) return "Events of this delivery were not stored, because their data was erased before.";
  return duplicates > 0
    ? "All events of this delivery were already stored."
    : "This delivery brought no event that could be stored.";
}

function More({ count, noun }: { count: number; noun: string }) {
  if (count <= 0) return null;
  return (
    <p className="tabular px-4 py-2 text-xs text-muted">
      and {count.toLocaleString("en")} more {noun}
    </p>
  );
}
