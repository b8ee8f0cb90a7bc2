import type { ConversationFilters, FilterName } from "@/lib/api/filters";

/** How a filter is written in a text. */
export interface Field {
  /** As it is written; read in any case, with or without its hyphens. */
  name: string;
  /** The filter's name in a URL. */
  filter: FilterName;
  /** `list`: several values mean any of them. */
  kind: "list" | "yes or no" | "moments" | "moment" | "count" | "duration";
  /** The filter of those that have none of the values; only of lists. */
  none: ListFilter | null;
  /** What it asks, in a few words. */
  help: string;
  /** Values to offer, where they are not the data's. */
  values: readonly string[];
}

/** A filter of several values. */
export type ListFilter = {
  [Name in FilterName]: ConversationFilters[Name] extends string[] ? Name : never;
}[FilterName];

/** A filter of one value. */
export type SingleFilter = Exclude<FilterName, ListFilter>;

const yesOrNo = ["yes", "no"];
const whiles = ["today", "yesterday", "24h", "7d", "30d", "90d"];

export const fields: readonly Field[] = [
  list("status", "status", "-status", "open or closed", ["open", "closed"]),
  list("assignee", "assignee", "-assignee", "who is in charge: e-mail, id, or none", ["none"]),
  list("label", "label", "-label", "a label's name or id"),
  list("label.all", "label.all", null, "as label, but all of those given"),
  list("bot", "bot", "-bot", "a bot's name or id"),
  list("channel", "channel", "-channel", "where it takes place"),
  list("account", "account", "-account", "an account's key or id"),
  list("visitor", "visitor", "-visitor", "a visitor's key, found by name or e-mail"),
  list("key", "key", null, "a conversation's key, found by its title"),
  list("has", "has", "-has", "a type of message that occurs"),
  list("closed-by", "closedBy", "-closedBy", "who closed it: e-mail, id, bot, user, team, visitor, system", [
    "bot",
    "user",
    "team",
    "visitor",
    "system",
  ]),
  list("text", "q", "-q", "said anywhere; several mean any of them"),
  single("created", "created", "moments", "when it began: 7d, today, 2024-01-31, 2024-01-01..2024-01-31", whiles),
  single("active", "active", "moments", "when its last event was: 24h, >=2024-01-01", whiles),
  single("from", "from", "moment", "active on or after a day"),
  single("to", "to", "moment", "active on or before a day"),
  single("handed-over", "handedOver", "yes or no", "was a person or team ever in charge?", yesOrNo),
  single("unanswered", "unanswered", "yes or no", "does the last prompt stand unanswered?", yesOrNo),
  single("notes", "notes", "yes or no", "are there notes?", yesOrNo),
  single("gaps", "gaps", "yes or no", "are there signs of missing events?", yesOrNo),
  single("messages", "messages", "count", "how many messages: >10, 5..20", [">10", "<3", "5..20"]),
  single("duration", "duration", "duration", "from begin to end: <1h, 10m..2h", ["<5m", "<1h", ">1d"]),
];

/** The field that is written so, in any case, with or without hyphens. */
export function fieldNamed(name: string): Field | null {
  const wanted = plain(name);
  return fields.find((field) => plain(field.name) === wanted || plain(field.filter) === wanted) ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("-", "");
}

function list(
  name: string,
  filter: ListFilter,
  none: ListFilter | null,
  help: string,
  values: readonly string[] = [],
): Field {
  return { name, filter, kind: "list", none, help, values };
}

function single(
  name: string,
  filter: SingleFilter,
  kind: Field["kind"],
  help: string,
  values: readonly string[] = [],
): Field {
  return { name, filter, kind, none: null, help, values };
}
