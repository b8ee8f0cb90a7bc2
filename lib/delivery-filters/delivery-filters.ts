import type { ValueRead } from "@/lib/filters/kinds/filter-definition";
import { readMoment } from "@/lib/filters/values/moment";
import { readSizeRange, sizeRangeWords } from "@/lib/filters/values/range";
import { readOneOf, readText } from "@/lib/filters/values/read-value";

/** `partial`: some of its events are quarantined. `test`: a delivery without events. */
export const deliveryVerdicts = ["accepted", "partial", "quarantined", "test"] as const;
/** The resolution of a quarantined or partial delivery. */
export const deliveryResolutions = ["open", "reprocessed", "dismissed"] as const;
export const deliverySources = ["webhook", "import", "sample", "reprocess"] as const;
/** Status codes of the webhook for deliveries that it stores. */
export const deliveryStatuses = ["200", "400"] as const;

/**
 * A filter of the delivery log. Its name in a URL is its key in {@link deliveryFilters}; the search box uses the same name in
 * kebab case.
 */
interface DeliveryFilterDefinition {
  /** Several values match any of them. */
  isList: boolean;
  /** A noun, for chips and menus. */
  label: string;
  /** A short description, for menus. */
  help: string;
  /** For the API's documentation. */
  description: string;
  /** Suggested values. */
  values?: readonly string[];
  read: (text: string) => ValueRead;
}

const oneOf = (values: readonly string[]) => ({ values, read: (text: string) => readOneOf(values, text) });
const momentProblem = "must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z)";

function moment(edge: "start" | "end") {
  return (text: string): ValueRead => (readMoment(text, edge) === null ? { problem: momentProblem } : { value: text });
}

/** All filters of the delivery log, in menu order. */
export const deliveryFilters = {
  status: {
    isList: true,
    label: "Status",
    help: "the response's status code",
    description: "The status code of the response. Deliveries that did not come through the webhook have none.",
    ...oneOf(deliveryStatuses),
  },
  type: {
    isList: true,
    label: "Type",
    help: "an event or message type, such as message or form.response",
    description: "An event or message type, in any case, that one of the stored events has.",
    values: ["message", "conversation_create", "assignee_change", "status", "variables", "note"],
    read: readText,
  },
  conversation: {
    isList: true,
    label: "Conversation",
    help: "a conversation's key",
    description:
      "The key of a conversation that the delivery has events of, also if they are duplicates or in quarantine.",
    read: readText,
  },
  tokenPlace: {
    isList: true,
    label: "Token location",
    help: "where the token was",
    description: "Where the token was: `body`, `header authorization`, `header token`, `query token`, …",
    values: ["body", "header authorization", "header token", "header x-api-key", "query token"],
    read: (text) => readText(text.toLowerCase()),
  },
  size: {
    isList: false,
    label: "Size",
    help: "size of the body: >10kb, 1kb..2kb",
    description: "The size of the body: `>10kb`, `<=500`, `1kb..2mb`, in bytes, `kb` or `mb`.",
    values: [">10kb", ">100kb", ">1mb"],
    read: (text) => (readSizeRange(text) === null ? { problem: sizeRangeWords } : { value: text }),
  },
  from: {
    isList: false,
    label: "From",
    help: "received at or after this time",
    description: "Received at or after this moment: a date (from the start of the UTC day) or a time.",
    read: moment("start"),
  },
  to: {
    isList: false,
    label: "To",
    help: "received at or before this time",
    description: "Received at or before this moment: a date (to the end of the UTC day) or a time.",
    read: moment("end"),
  },
  verdict: {
    isList: true,
    label: "Verdict",
    help: "what became of it",
    description: "`partial`: some of the events are quarantined. `test`: a test call, without events.",
    ...oneOf(deliveryVerdicts),
  },
  resolution: {
    isList: true,
    label: "Resolution",
    help: "what was done about it in quarantine",
    description: "Quarantined and partial deliveries only: what was done about them.",
    ...oneOf(deliveryResolutions),
  },
  source: {
    isList: true,
    label: "Source",
    help: "where it came from",
    description: "Where the delivery came from.",
    ...oneOf(deliverySources),
  },
  q: {
    isList: false,
    label: "Text",
    help: "keys, visitors, exact text",
    description:
      "The delivery's ID; the key, title or visitor of a conversation that it has events of; or, case-sensitive, a part of the body's exact text. Short texts are looked for in the latest 20,000 conversations, and bodies are searched from the latest back to `searchedFrom`.",
    read: (text) => readText(text.trim()),
  },
} satisfies Record<string, DeliveryFilterDefinition>;

type Table = typeof deliveryFilters;
export type DeliveryFilterKey = keyof Table;
type ListKey = { [Key in DeliveryFilterKey]: Table[Key]["isList"] extends true ? Key : never }[DeliveryFilterKey];

/** The active values by URL name: an empty list or null if a filter is not set. */
export type DeliveryFilters = { [Key in ListKey]: string[] } & {
  [Key in Exclude<DeliveryFilterKey, ListKey>]: string | null;
};

// The table has no other keys.
export const deliveryFilterKeys = Object.keys(deliveryFilters) as DeliveryFilterKey[];

export const noDeliveryFilters: DeliveryFilters = {
  status: [],
  type: [],
  conversation: [],
  tokenPlace: [],
  size: null,
  from: null,
  to: null,
  verdict: [],
  resolution: [],
  source: [],
  q: null,
};

export function deliveryFilterOf(key: DeliveryFilterKey): DeliveryFilterDefinition {
  return deliveryFilters[key];
}

/** A filter's active values. */
export function deliveryValuesOf(filters: DeliveryFilters, key: DeliveryFilterKey): readonly string[] {
  const set = filters[key];
  return Array.isArray(set) ? set : set === null ? [] : [set];
}

/** The filters with a value added, or replaced if the filter is single-valued. */
export function withDeliveryValue(filters: DeliveryFilters, key: DeliveryFilterKey, value: string): DeliveryFilters {
  const { isList } = deliveryFilterOf(key);
  const values = deliveryValuesOf(filters, key);
  return { ...filters, [key]: isList ? [...new Set([...values, value])] : value };
}

export function withoutDeliveryValue(filters: DeliveryFilters, key: DeliveryFilterKey, value: string): DeliveryFilters {
  const { isList } = deliveryFilterOf(key);
  const left = deliveryValuesOf(filters, key).filter((one) => one !== value);
  return { ...filters, [key]: isList ? left : null };
}

/** The filters as URL parameters. */
export function writeDeliveryFilters(filters: DeliveryFilters): URLSearchParams {
  return new URLSearchParams(
    deliveryFilterKeys.flatMap((key) => deliveryValuesOf(filters, key).map((value) => [key, value])),
  );
}
