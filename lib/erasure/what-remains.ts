import "server-only";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyBeforeUpgrade } from "@/lib/store/admin/copy-before-upgrade";
import { readKnownBackups } from "@/lib/store/admin/known-backups";
import type { Store } from "@/lib/store/connection/open-store";
import { countOpenRequests } from "@/lib/store/records/person-requests";
import { journalPath } from "./journal-path";
import type { Remainder } from "./receipt";

/** Where data that was just erased may still be, and until when. */
export async function whatRemains(store: Store, erasureId: string): Promise<Remainder[]> {
  const { database } = store;
  const request: Remainder = {
    what: "who asks, and notes, in an open request of the person",
    place: null,
    madeAt: null,
    until: "the request is closed",
  };
  const isAsked = (await countOpenRequests(store, erasureId)) > 0;
  const backups = (await readKnownBackups(store)).map(({ place, madeAt, keep }) => ({
    what: "backup",
    place,
    madeAt,
    until: keep === null ? "it is deleted" : `${keep} later backups have been made`,
  }));
  const elsewhere: Remainder = {
    what: "backups, exports and transcripts made earlier, in places unknown to Playhead",
    place: null,
    madeAt: null,
    until: "they are deleted",
  };
  return [
    ...(isAsked ? [request] : []),
    ...backups,
    ...(database.dialect === "sqlite" ? copiesOf(database.path) : ofPostgres(store)),
    elsewhere,
  ];
}

/** Copies of the database in its folder: the copy made before an upgrade, and databases that a restore replaced. */
function copiesOf(path: string): Remainder[] {
  const before = copyBeforeUpgrade(path);
  const replaced = readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.replaced-`) && !/-(wal|shm|journal)$/.test(name))
    .map((name) => join(dirname(path), name));
  const copies = [...(existsSync(before) ? [before] : []), ...replaced];
  return copies.map((place) => ({
    what: place === before ? "copy from before an upgrade" : "database that a restore has replaced",
    place,
    madeAt: statSync(place).mtime.toISOString(),
    until: place === before ? 'the next "npm run backup"' : "it is deleted",
  }));
}

function ofPostgres({ database }: Store): Remainder[] {
  const wal: Remainder = {
    what: "write-ahead log of Postgres, its archive and replicas",
    place: null,
    madeAt: null,
    until: "Postgres recycles it; an archive has its own retention",
  };
  const pages: Remainder = {
    what: "free space in the files of Postgres's tables",
    place: null,
    madeAt: null,
    until: "it is overwritten, or VACUUM FULL",
  };
  if (journalPath(database) !== null) return [wal, pages];
  const memory = "restoring an older backup would bring the data back: ERASURE_JOURNAL is not set";
  return [
    wal,
    pages,
    { what: memory, place: null, madeAt: null, until: "ERASURE_JOURNAL is set and the erasure repeated" },
  ];
}
