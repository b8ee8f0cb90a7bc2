import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { abandoned } from "./abandoned";
import { abandonedAt } from "./abandoned-at";
import { account } from "./account";
import { active } from "./active";
import { agentSaid } from "./agent-said";
import { answered } from "./answered";
import { answeredBy } from "./answered-by";
import { asked } from "./asked";
import { assignee } from "./assignee";
import { bot } from "./bot";
import { botOnly } from "./bot-only";
import { botSaid } from "./bot-said";
import { botSilent } from "./bot-silent";
import { channel } from "./channel";
import { chose } from "./chose";
import { closedBy } from "./closed-by";
import { closedByKind } from "./closed-by-kind";
import { created } from "./created";
import { duration } from "./duration";
import { engaged } from "./engaged";
import { firstReply } from "./first-reply";
import { from } from "./from";
import { gaps } from "./gaps";
import { handedOver } from "./handed-over";
import { has } from "./has";
import { hour } from "./hour";
import { inOrder } from "./in-order";
import { key } from "./key";
import { label } from "./label";
import { longestReply } from "./longest-reply";
import { messages } from "./messages";
import { neverAnswered } from "./never-answered";
import { newVisitor } from "./new-visitor";
import { note } from "./note";
import { notes } from "./notes";
import { q } from "./q";
import { raw } from "./raw";
import { reopened } from "./reopened";
import { repliedBy } from "./replied-by";
import { replyTime } from "./reply-time";
import { resolutionTime } from "./resolution-time";
import { said } from "./said";
import { settled } from "./settled";
import { status } from "./status";
import { stoppedAt } from "./stopped-at";
import { to } from "./to";
import { unanswered } from "./unanswered";
import { visitor } from "./visitor";
import { wait } from "./wait";
import { waiting } from "./waiting";
import { weekday } from "./weekday";
import { went } from "./went";

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
  repliedBy,
  answeredBy,
  closedBy,
  closedByKind,
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
  weekday,
  hour,
  newVisitor,
  engaged,
  settled,
  handedOver,
  botOnly,
  abandoned,
  botSilent,
  neverAnswered,
  reopened,
  waiting,
  wait,
  firstReply,
  longestReply,
  replyTime,
  resolutionTime,
  unanswered,
  stoppedAt,
  asked,
  answered,
  abandonedAt,
  chose,
  went,
  inOrder,
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
