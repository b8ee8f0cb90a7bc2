import { z } from "zod";
import { bigintJson } from "@/lib/json/bigint-json";

const id = z.string().transform(BigInt);

/** What an erasure has changed, for its receipt. */
const counts = z.object({
  events: z.int().default(0),
  bodiesCut: z.int().default(0),
  bodiesDeleted: z.int().default(0),
  quarantined: z.int().default(0),
  conversations: z.int().default(0),
  views: z.int().default(0),
  logEntries: z.int().default(0),
});

export type ErasureCounts = z.output<typeof counts>;

const phase = z.enum([
  "find",
  "search",
  "events",
  "duplicates",
  "fold",
  "quarantine",
  "deliveries",
  "traces",
  "logs",
  "forget",
  "verify",
]);

/** Where an erasure's next step begins. What names the person is in it until the last step but one. */
const progress = z.object({
  phase,
  /** Events up to this one are erased; later ones are new. */
  upTo: id,
  /** The key of the words in place of texts, in hexadecimal digits. */
  wordKey: z.string().default(""),
  conversations: z.array(z.object({ id, key: z.string() })).default([]),
  visitorKey: z.string().nullable().default(null),
  /** Names, e-mail addresses and phone numbers. */
  known: z.array(z.string()).default([]),
  /** Who else has received the data, for the receipt: the access log forgets it. */
  recipients: z.array(z.string()).default([]),
  /** Longer texts of the person, to look for at the end. */
  texts: z.array(z.string()).default([]),
  /** On SQLite, everything to look for, encrypted: at the end, the database must not contain it. */
  sealed: z.string().nullable().default(null),
  /** The current conversation or log, and the last id that is done. */
  place: z.int().default(0),
  after: id.default(0n),
  /** Deliveries that are left. */
  pending: z.array(id).default([]),
  attempt: z.int().default(0),
  /** A legal hold that was placed meanwhile: what is derived from the events is still brought up to date. */
  stoppedBy: z.string().nullable().default(null),
  /** Where it stopped; in an erasure that is applied again, where it stopped the first time. */
  stoppedIn: phase.nullable().default(null),
  /** For retention rules that mask: what is masked instead of erased, and the settings. */
  masks: z
    .object({
      data: z.enum(["contacts", "technical"]),
      variables: z.record(z.string(), z.boolean()),
    })
    .nullable()
    .default(null),
  /** It was done before, and is applied again from the journal. */
  isAgain: z.boolean().default(false),
  /** It is in the journal. */
  isRemembered: z.boolean().default(false),
  counts: counts.prefault({}),
});

export type ErasureProgress = z.output<typeof progress>;
export type ErasurePhase = z.output<typeof phase>;

/** Null before the first step. */
export function readProgress(stored: unknown): ErasureProgress | null {
  return stored === null ? null : progress.parse(stored);
}

/** As JSON: ids are text. */
export function writeProgress(next: ErasureProgress): unknown {
  return JSON.parse(bigintJson(next));
}
