import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { abandoned } from "./definitions/abandoned";
import { abandonedAt } from "./definitions/abandoned-at";
import { account } from "./definitions/account";
import { active } from "./definitions/active";
import { agentSaid } from "./definitions/agent-said";
import { answered } from "./definitions/answered";
import { answeredBy } from "./definitions/answered-by";
import { asked } from "./definitions/asked";
import { assignee } from "./definitions/assignee";
import { bot } from "./definitions/bot";
import { botOnly } from "./definitions/bot-only";
import { botSaid } from "./definitions/bot-said";
import { botSilent } from "./definitions/bot-silent";
import { channel } from "./definitions/channel";
import { chose } from "./definitions/chose";
import { closedBy } from "./definitions/closed-by";
import { closedByKind } from "./definitions/closed-by-kind";
import { created } from "./definitions/created";
import { duration } from "./definitions/duration";
import { engaged } from "./definitions/engaged";
import { firstReply } from "./definitions/first-reply";
import { from } from "./definitions/from";
import { gaps } from "./definitions/gaps";
import { handedOver } from "./definitions/handed-over";
import { has } from "./definitions/has";
import { hour } from "./definitions/hour";
import { inOrder } from "./definitions/in-order";
import { key } from "./definitions/key";
import { label } from "./definitions/label";
import { longestReply } from "./definitions/longest-reply";
import { messages } from "./definitions/messages";
import { neverAnswered } from "./definitions/never-answered";
import { newVisitor } from "./definitions/new-visitor";
import { note } from "./definitions/note";
import { notes } from "./definitions/notes";
import { q } from "./definitions/q";
import { raw } from "./definitions/raw";
import { reopened } from "./definitions/reopened";
import { repliedBy } from "./definitions/replied-by";
import { replyTime } from "./definitions/reply-time";
import { resolutionTime } from "./definitions/resolution-time";
import { said } from "./definitions/said";
import { settled } from "./definitions/settled";
import { status } from "./definitions/status";
import { stoppedAt } from "./definitions/stopped-at";
import { to } from "./definitions/to";
import { unanswered } from "./definitions/unanswered";
import { visitor } from "./definitions/visitor";
import { wait } from "./definitions/wait";
import { waiting } from "./definitions/waiting";
import { weekday } from "./definitions/weekday";
import { went } from "./definitions/went";

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
