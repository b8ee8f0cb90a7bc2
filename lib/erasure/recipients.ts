import "server-only";
import { readKnownBackups } from "@/lib/store/admin/known-backups";
import type { People } from "@/lib/store/audit/about-people";
import { listRecipients, type RecipientRow } from "@/lib/store/audit/list-recipients";
import type { Store } from "@/lib/store/connection/open-store";
import { toIso } from "@/lib/time/instant";

/** Who else has, or may have, received the data of people, in words and without names of staff. */
export async function recipientsOf(store: Store, people: People): Promise<string[]> {
  const rows = await listRecipients(store, people);
  const places = (await readKnownBackups(store)).flatMap(({ place }) => bucketOf(place) ?? []);
  return [...rows.map(inWords), ...[...new Set(places)].map((bucket) => `Backups in ${bucket}`)];
}

const kinds: Record<RecipientRow["kind"], string> = {
  token: "API token",
  file: "Transcripts and archives downloaded by staff",
  export: "Exports of many conversations, which may contain the data",
};

function inWords({ kind, name, count, firstAt, lastAt }: RecipientRow): string {
  const [first, last] = [firstAt, lastAt].map((at) => toIso(at).slice(0, 10));
  const days = first === last ? first : `${first} to ${last}`;
  return `${kinds[kind]}${name === null ? "" : ` “${name}”`}: ${count}, ${days}`;
}

/** A bucket outside of this machine; null for a file. */
function bucketOf(place: string): string | null {
  return /^[a-z\d]+:\/\/[^/]+/i.exec(place)?.[0] ?? null;
}
