import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { account } from "./definitions/conversation/account";
import { active } from "./definitions/conversation/active";
import { bot } from "./definitions/conversation/bot";
import { channel } from "./definitions/conversation/channel";
import { duration } from "./definitions/conversation/duration";
import { gaps } from "./definitions/conversation/gaps";
import { has } from "./definitions/conversation/has";
import { key } from "./definitions/conversation/key";
import { label } from "./definitions/conversation/label";
import { messages } from "./definitions/conversation/messages";
import { newVisitor } from "./definitions/conversation/new-visitor";
import { notes } from "./definitions/conversation/notes";
import { reopened } from "./definitions/conversation/reopened";
import { settled } from "./definitions/conversation/settled";
import { status } from "./definitions/conversation/status";
import { visitor } from "./definitions/conversation/visitor";
import { abandoned } from "./definitions/flow/abandoned";
import { abandonedAt } from "./definitions/flow/abandoned-at";
import { answered } from "./definitions/flow/answered";
import { asked } from "./definitions/flow/asked";
import { chose } from "./definitions/flow/chose";
import { inOrder } from "./definitions/flow/in-order";
import { stoppedAt } from "./definitions/flow/stopped-at";
import { went } from "./definitions/flow/went";
import { answeredBy } from "./definitions/service/answered-by";
import { assignee } from "./definitions/service/assignee";
import { botOnly } from "./definitions/service/bot-only";
import { botSilent } from "./definitions/service/bot-silent";
import { closedBy } from "./definitions/service/closed-by";
import { closedByKind } from "./definitions/service/closed-by-kind";
import { engaged } from "./definitions/service/engaged";
import { firstReply } from "./definitions/service/first-reply";
import { handedOver } from "./definitions/service/handed-over";
import { longestReply } from "./definitions/service/longest-reply";
import { neverAnswered } from "./definitions/service/never-answered";
import { repliedBy } from "./definitions/service/replied-by";
import { replyTime } from "./definitions/service/reply-time";
import { resolutionTime } from "./definitions/service/resolution-time";
import { unanswered } from "./definitions/service/unanswered";
import { wait } from "./definitions/service/wait";
import { waiting } from "./definitions/service/waiting";
import { agentSaid } from "./definitions/text/agent-said";
import { botSaid } from "./definitions/text/bot-said";
import { note } from "./definitions/text/note";
import { q } from "./definitions/text/q";
import { raw } from "./definitions/text/raw";
import { said } from "./definitions/text/said";
import { created } from "./definitions/time/created";
import { from } from "./definitions/time/from";
import { hour } from "./definitions/time/hour";
import { to } from "./definitions/time/to";
import { weekday } from "./definitions/time/weekday";

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
