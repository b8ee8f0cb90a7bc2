import { readdirSync, readFileSync } from "node:fs";
import { prepareDelivery } from "@/lib/ingest/body/prepare-delivery";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import type { NewDelivery, StoredDelivery } from "@/lib/store/log/new-delivery";
import { project } from "@/lib/store/projections/project";
import { now } from "@/lib/time/instant";

/** A webhook delivery with this body: bytes, text, or a value that becomes JSON. */
export function deliveryOf(body: unknown): NewDelivery {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const origin = { source: "webhook", tokenPlace: "header token", contentType: "application/json" } as const;
  return prepareDelivery(bytes, { ...origin, receivedAt: now(), secrets: [] });
}

/** Appends bodies in one transaction, and projects them. */
export async function deliver(store: Store, ...bodies: unknown[]): Promise<StoredDelivery[]> {
  const stored = await log(store, ...bodies);
  await project(store);
  return stored;
}

/** Appends bodies in one transaction. */
export function log(store: Store, ...bodies: unknown[]): Promise<StoredDelivery[]> {
  return append(store, bodies.map(deliveryOf));
}

/** The published samples, by file name. */
export function samples(): Map<string, string> {
  const names = readdirSync("lib/samples").filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, readFileSync(`lib/samples/${name}`, "utf8")]));
}

/** An event with its envelope; `at` is the sender's timestamp. */
export function eventOf(
  type: string,
  payload: unknown,
  at: string,
  key = "42bb83f00d8240e5bb41290a12eb44401693552452",
) {
  return {
    event: { type, payload },
    conversation: { key, id: 7525695 },
    account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: 476, bot: { id: 8861 } },
    visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: 826373 },
    timestamp: at,
  };
}
