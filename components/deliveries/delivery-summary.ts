import type { Delivery } from "@/lib/api/schemas/delivery";

/** A delivery in a line: its events, or what is wrong with it. */
export function deliverySummary(delivery: Pick<Delivery, "verdict" | "reason" | keyof DeliveryCounts>): string {
  switch (delivery.verdict) {
    case "test":
      return "Test call";
    case "quarantined":
      return delivery.reason ?? "Unreadable";
    case "accepted":
    case "partial":
      return countsText(delivery);
  }
}

export interface DeliveryCounts {
  accepted: number;
  duplicates: number;
  quarantined: number;
}

/** `3 stored, 1 duplicate, 1 quarantined`; what is zero is left out. */
export function countsText({ accepted, duplicates, quarantined }: DeliveryCounts): string {
  const parts = [
    accepted > 0 ? `${accepted.toLocaleString("en")} stored` : null,
    duplicates > 0 ? counted(duplicates, "duplicate", "duplicates") : null,
    quarantined > 0 ? `${quarantined.toLocaleString("en")} quarantined` : null,
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
