import { TriangleAlert } from "lucide-react";
import { placeOfByte } from "@/components/deliveries/body/body-places";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";

const mostShown = 12;

/** What is wrong with a delivery, or with which of its events, and where. */
export function DeliveryFault({ delivery }: { delivery: DeliveryDetail }) {
  const { resolution, reason, position, quarantinedEvents } = delivery;
  if (resolution === null || reason === null) return null;
  const faults =
    quarantinedEvents.length > 0
      ? quarantinedEvents.map((event) => ({ ...event, name: `Event ${event.place + 1}` }))
      : [{ id: "body", name: null, reason, position }];
  return (
    <section
      aria-label="What is wrong"
      className="grid shrink-0 grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 border-b border-line bg-warning-soft px-4 py-2.5 text-sm text-warning"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4" />
      <ul className="flex flex-col gap-1">
        {faults.slice(0, mostShown).map((fault) => (
          <li key={fault.id} className="[overflow-wrap:anywhere]">
            {fault.name && <span className="font-medium">{fault.name}: </span>}
            <span className="text-text">{fault.reason}</span>
            {fault.position !== null && <span className="tabular ml-2 text-xs">{placeText(delivery.body, fault)}</span>}
          </li>
        ))}
        {faults.length > mostShown && (
          <li className="tabular text-xs">and {(faults.length - mostShown).toLocaleString("en")} more</li>
        )}
      </ul>
    </section>
  );
}

/** Line and column, unless the reason contains them. */
function placeText(body: DeliveryDetail["body"], fault: { position: number | null; reason: string }): string {
  const byte = fault.position ?? 0;
  const at = `byte ${byte.toLocaleString("en")}`;
  if (body === null || body.encoding !== "utf-8" || /\bline \d/.test(fault.reason)) return at;
  const { line, column } = placeOfByte(body.text, byte);
  return `line ${line}, column ${column} (${at})`;
}
