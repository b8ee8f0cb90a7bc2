import { tokenLocation } from "@/components/ui/token-location";
import type { ListedDelivery } from "@/lib/api/schemas/delivery";

/** The event types, `message, form.response +3`, or the error. */
export function deliveryTitle({ verdict, reason, types, duplicates, erased }: ListedDelivery): string {
  if (verdict === "test") return "Test call";
  if (verdict === "quarantined") return reason ?? "Unreadable";
  if (types.length === 0) return duplicates > 0 ? "Duplicates only" : erased > 0 ? "Erased events only" : "No events";
  const [first, second, ...others] = types;
  const named = [first, second].filter((type) => type !== undefined).join(", ");
  return others.length === 0 ? named : `${named} +${others.length}`;
}

/** The conversations concerned and the number of stored events: `Priya Sandhu, +6 more · 14 stored`. */
export function whomText(delivery: ListedDelivery): string {
  const { verdict, types, conversations, conversationCount, tokenPlace, source, resolution } = delivery;
  const names = [...new Set(conversations.map(({ visitor, title, key }) => visitor ?? title ?? key))];
  const more = conversationCount - conversations.length;
  const parts = [
    [...names, ...(more > 0 ? [`+${more.toLocaleString("en")} more`] : [])].join(", "),
    verdict === "quarantined" ? types.join(", ") : null,
    verdict === "test" ? (tokenPlace === null ? null : `token in ${tokenLocation(tokenPlace)}`) : null,
    verdict === "accepted" || verdict === "partial" ? countsText(delivery) : null,
    sourceNames[source],
    resolution === "reprocessed" || resolution === "dismissed" ? resolution : null,
  ];
  return parts.filter(Boolean).join(" · ") || `#${delivery.id}`;
}

const sourceNames: { [source: string]: string } = { import: "imported", sample: "sample", reprocess: "reprocessed" };

export interface DeliveryCounts {
  accepted: number;
  duplicates: number;
  quarantined: number;
  erased: number;
}

/** `3 stored, 1 duplicate, 1 quarantined, 1 erased before`, without zero counts. */
export function countsText({ accepted, duplicates, quarantined, erased }: DeliveryCounts): string {
  const parts = [
    accepted > 0 ? `${accepted.toLocaleString("en")} stored` : null,
    duplicates > 0 ? counted(duplicates, "duplicate", "duplicates") : null,
    quarantined > 0 ? `${quarantined.toLocaleString("en")} quarantined` : null,
    erased > 0 ? `${erased.toLocaleString("en")} erased before` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "No events" : parts.join(", ");
}

/** `742 B`, `1.2 kB`, `3.4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `12 ms`, `1.4 s`. */
export function formatMilliseconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
