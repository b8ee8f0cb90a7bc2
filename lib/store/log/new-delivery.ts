import type { EnvelopeReading } from "@/lib/events/envelope";

/** An event about to be stored, as the door read it. */
export interface NewEvent {
  /** The exact text that was received. */
  raw: string;
  /** 32 bytes: two events with one hash are one event. */
  hash: Uint8Array;
  conversationKey: string;
  /** Microseconds. */
  occurredAt: bigint;
  /** What the door read of `raw`, so that it need not be read again. */
  reading: EnvelopeReading;
}

/** An event that cannot be stored as one: kept with its exact text and the reason. */
export interface NewQuarantinedEvent {
  /** Place in the delivery's `events`, from 0. */
  place: number;
  raw: string;
  reason: string;
  /** Byte of the body where the value at fault begins. */
  position: number | null;
}

/** Some headers of a request by their names in lower case: none that holds a secret. */
export type SentHeaders = Readonly<Record<string, string>>;

/** A delivery about to be stored. */
export interface NewDelivery {
  /** Microseconds. */
  receivedAt: bigint;
  source: "webhook" | "import" | "sample" | "reprocess";
  /** The quarantined or partial delivery whose body this one was made of; storing it resolves that one. */
  reprocessOf?: bigint;
  /** E-mail address of whoever had it made, by reprocessing or as samples. */
  madeBy?: string;
  /** E-mail address of whoever edited its body. */
  editedBy?: string;
  verdict: "accepted" | "partial" | "quarantined" | "test";
  reason: string | null;
  /** Byte of the body where the fault lies. */
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

/** What became of a delivery. Counts are of its events. */
export interface StoredDelivery {
  id: bigint;
  accepted: number;
  duplicates: number;
  quarantined: number;
}
