import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { account } from "./account";
import { active } from "./active";
import { agentSaid } from "./agent-said";
import { assignee } from "./assignee";
import { bot } from "./bot";
import { botSaid } from "./bot-said";
import { channel } from "./channel";
import { closedBy } from "./closed-by";
import { created } from "./created";
import { duration } from "./duration";
import { firstReply } from "./first-reply";
import { from } from "./from";
import { gaps } from "./gaps";
import { handedOver } from "./handed-over";
import { has } from "./has";
import { key } from "./key";
import { label } from "./label";
import { messages } from "./messages";
import { note } from "./note";
import { notes } from "./notes";
import { q } from "./q";
import { raw } from "./raw";
import { reopened } from "./reopened";
import { said } from "./said";
import { status } from "./status";
import { stoppedAt } from "./stopped-at";
import { to } from "./to";
import { unanswered } from "./unanswered";
import { visitor } from "./visitor";
import { wait } from "./wait";
import { waiting } from "./waiting";

/**
 * Every filter of the list, by its name in a URL, in the order of menus and documentation. The URL, the API and its
 * documentation, the search box, chips, menus, facets, SQL and the parity test are derived from this table.
 */
export const filters = {
  status,
  assignee,
  label,
  bot,
  channel,
  account,
  visitor,
  key,
  has,
  closedBy,
  q,
  said,
  botSaid,
  agentSaid,
  note,
  raw,
  created,
  active,
  from,
  to,
  handedOver,
  reopened,
  waiting,
  wait,
  firstReply,
  unanswered,
  stoppedAt,
  notes,
  gaps,
  messages,
  duration,
} satisfies Record<string, FilterDefinition>;

type Filters = typeof filters;

/** A filter by its name in {@link filters}. */
export type FilterKey = keyof Filters;
/** The filters with several values. */
export type ListKey = { [Key in FilterKey]: Filters[Key] extends { kind: "list" } ? Key : never }[FilterKey];
export type SingleKey = Exclude<FilterKey, ListKey>;
export type NegatableKey = { [Key in ListKey]: Filters[Key] extends { isNegatable: true } ? Key : never }[ListKey];
export type AllKey = { [Key in ListKey]: Filters[Key] extends { hasAll: true } ? Key : never }[ListKey];
export type FacetKey = { [Key in FilterKey]: Filters[Key] extends { facet: object } ? Key : never }[FilterKey];
type ValueOf<Key extends FilterKey> = Filters[Key] extends { only: readonly (infer Value)[] } ? Value : string;

/** The names of all filters, in the table's order. */
// The table has no other keys.
export const filterKeys = Object.keys(filters) as FilterKey[];

/** The values by their names in a URL: an empty list or null for a filter that is not set. */
export type FilterValues = { [Key in ListKey]: ValueOf<Key>[] } & {
  [Key in NegatableKey as `-${Key}`]: ValueOf<Key>[];
} & {
  [Key in AllKey as `${Key}.all`]: ValueOf<Key>[];
} & { [Key in SingleKey]: ValueOf<Key> | null };
