import type { EnvelopeReading } from "@/lib/events/envelope";

/** An event to be stored, as parsed at ingestion. */
export interface NewEvent {
  /** The exact text received. */
  raw: string;
  /** 32 bytes: events with the same hash are the same event. */
  hash: Uint8Array;
  conversationKey: string;
  /** Microseconds. */
  occurredAt: bigint;
  /** Byte offset of `raw` in the body; null if the body contains it in another form. */
  position: number | null;
  /** The parsed `raw`, so that it is not parsed again. */
  reading: EnvelopeReading;
}

/** An event that cannot be stored as one: kept with its exact text and the reason. */
export interface NewQuarantinedEvent {
  /** Index in the delivery's `events`, from 0. */
  place: number;
  raw: string;
  reason: string;
  /** Byte offset in the body of the invalid value. */
  position: number | null;
}

/** Some request headers, by lower-case name; none that contains a secret. */
export type SentHeaders = Readonly<Record<string, string>>;

/** A delivery to be stored. */
export interface NewDelivery {
  /** Microseconds. */
  receivedAt: bigint;
  source: "webhook" | "import" | "sample" | "reprocess";
  /** The quarantined or partial delivery that this one reprocesses; storing it resolves that one. */
  reprocessOf?: bigint;
  /** E-mail address of the user who created it, by reprocessing or as samples. */
  madeBy?: string;
  /** E-mail address of the user who edited its body. */
  editedBy?: string;
  verdict: "accepted" | "partial" | "quarantined" | "test";
  reason: string | null;
  /** Byte offset of the error in the body. */
  position: number | null;
  tokenPlace: string | null;
  contentType: string | null;
  /** With tokens masked. */
  headers?: SentHeaders;
  /** As received, with tokens masked. */
  body: Uint8Array;
  events: readonly NewEvent[];
  quarantined: readonly NewQuarantinedEvent[];
}

/** A delivery without its erased events. */
export interface StorableDelivery extends Omit<NewDelivery, "body"> {
  /** Null if erased events could not be cut out of it. */
  body: Uint8Array | null;
  /** Bytes received. */
  size: number;
  /** Number of events that are not stored, because they were erased before. */
  erased: number;
}

/** The outcome of a delivery. Counts are of its events. */
export interface StoredDelivery extends Pick<NewDelivery, "verdict" | "reason"> {
  id: bigint;
  accepted: number;
  duplicates: number;
  quarantined: number;
  /** Not stored, because they were erased before. */
  erased: number;
}
