import type { ConversationFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { readMomentRange } from "@/lib/api/range";
import type { VariableFilter } from "@/lib/api/variable-filter";
import type { Event } from "@/lib/events/event";
import { searchTextOf } from "@/lib/events/search-text";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { finder, namer } from "@/lib/search/is-found";
import type { NaiveConversation } from "./fold-naively";
import type { ListedTimes } from "./listed-times";
import { labels } from "./many-conversations";

/** A conversation of `manyConversations` with all its events. */
export interface Known {
  conversation: NaiveConversation;
  events: readonly Event[];
  listed: ListedTimes;
}

const labelNames = new Map<string, string>(labels.map(({ id, name }) => [String(id), name]));

/** What filters mean, said as plainly as possible: no SQL, no columns, one look at everything. */
export function matchesNaively(known: Known, filters: ConversationFilters): boolean {
  const { conversation, events } = known;
  const said = textsOf(known);
  const contains = (text: string) => said.some(finder(text));
  const values = {
    status: [conversation.status],
    assignee: conversation.assignee === null ? ["none"] : namesOf(conversation.assignee),
    label: conversation.labels.flatMap((id) => [id, labelNames.get(id) ?? id]),
    bot: [conversation.bot],
    channel: [conversation.channel],
    account: [conversation.account.key, conversation.account.id],
    visitor: [conversation.visitor.key],
    has: events.map(({ messageType }) => messageType),
    closedBy: closersOf(known),
  };
  return (
    (Object.keys(values) as (keyof typeof values)[]).every((name) => {
      const has = (wanted: string) => values[name].some((value) => namer(wanted)(value ?? ""));
      return isAny(filters[name], has) && !filters[`-${name}`].some(has);
    }) &&
    filters["label.all"].every((wanted) => values.label.some(namer(wanted))) &&
    isAny(filters.q, contains) &&
    filters["q.all"].every(contains) &&
    !filters["-q"].some(contains) &&
    isWithinTimes(known.listed, filters) &&
    isAsAnswered(known, filters) &&
    [...Map.groupBy(filters.variables, ({ name, test }) => `${name} ${test}`).values()].every((tests) =>
      tests[0]?.test === "not" || tests[0]?.test === "exists"
        ? tests.every((one) => passes(conversation, one))
        : tests.some((one) => passes(conversation, one)),
    )
  );
}

function isAny(wanted: readonly string[], has: (value: string) => boolean): boolean {
  return wanted.length === 0 || wanted.some(has);
}

function textsOf({ conversation, events }: Known): string[] {
  const { title, key, externalKey, visitor } = conversation;
  const texts = [title, key, externalKey, visitor.name, ...events.map(searchTextOf)];
  return texts.filter((text) => text !== null);
}

function namesOf({ id, email }: { id: string | null; email: string | null }): string[] {
  return [id, email].filter((name) => name !== null);
}

function closersOf({ conversation, events }: Known): string[] {
  const by = events.findLast(({ type }) => type === "status")?.actor ?? null;
  return conversation.status === "closed" && by !== null ? [by.type, ...namesOf(by)] : [];
}

function isWithinTimes({ created, active }: ListedTimes, filters: ConversationFilters): boolean {
  const now = BigInt(Date.now()) * 1000n;
  const isIn = (moment: bigint, range: string | null) => {
    const { from, to } =
      range === null ? { from: null, to: null } : (readMomentRange(range, now) ?? { from: 0n, to: 0n });
    return (from === null || moment >= from) && (to === null || moment <= to);
  };
  const [start, end] = [
    readMoment(filters.from ?? "0001-01-01", "start"),
    readMoment(filters.to ?? "9999-12-31", "end"),
  ];
  return (
    active >= (start ?? 0n) && created <= (end ?? 0n) && isIn(created, filters.created) && isIn(active, filters.active)
  );
}

function isAsAnswered({ conversation, events, listed }: Known, filters: ConversationFilters): boolean {
  const { visitor, bot, user } = conversation.messageCounts;
  const messages = events.filter(({ type }) => type === "message");
  const prompt = messages.findLastIndex(({ payload }) => /"type":"text","payload"/.test(JSON.stringify(payload)));
  const answer = messages.findLastIndex(({ actor }) => actor?.type === "visitor");
  const hours = Number(listed.active - listed.created) / 3_600_000_000;
  const is = (wanted: "yes" | "no" | null, fact: boolean) => wanted === null || (wanted === "yes") === fact;
  return (
    is(filters.handedOver, conversation.wasHandedOver) &&
    is(filters.notes, conversation.noteCount > 0) &&
    is(filters.gaps, conversation.gapCount > 0) &&
    is(filters.unanswered, prompt > answer) &&
    isWithin(visitor + bot + user, filters.messages) &&
    isWithin(hours, filters.duration?.replaceAll("h", "") ?? null)
  );
}

function isWithin(number: number, range: string | null): boolean {
  if (range === null) return true;
  if (range.includes("..")) {
    const [from = 0, to = 0] = range.split("..").map(Number);
    return number >= from && number <= to;
  }
  const [, comparison = "", limit] = /^([<>]?=?)(.*)$/.exec(range) ?? [];
  return compares(number - Number(limit), comparison);
}

function compares(difference: number, comparison: string): boolean {
  if (comparison === ">") return difference > 0;
  if (comparison === "<") return difference < 0;
  if (comparison === ">=") return difference >= 0;
  return comparison === "<=" ? difference <= 0 : difference === 0;
}

const comparisons = { over: ">", under: "<", min: ">=", max: "<=" } as const;

function passes({ variables }: NaiveConversation, { name, test, value: wanted }: VariableFilter): boolean {
  const isSet = Object.hasOwn(variables, name);
  const value = variables[name];
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (test === "exists") return (wanted === "yes") === isSet;
  if (test === "not") return !isSet || text !== wanted;
  if (!isSet) return false;
  if (test === "is") return text === wanted;
  if (test === "contains") return finder(wanted)(text);
  return kindOf(text) === kindOf(wanted) && compares(differenceOf(text, wanted, test), comparisons[test]);
}

function kindOf(text: string): "number" | "date" | "text" {
  if (text.trim() !== "" && Number.isFinite(Number(text))) return "number";
  return readMoment(text, "start") === null ? "text" : "date";
}

/** A day that is compared with is all of it: after it means after its end. */
function differenceOf(text: string, wanted: string, test: keyof typeof comparisons): number {
  if (kindOf(wanted) === "number") return Number(text) - Number(wanted);
  if (kindOf(wanted) === "text")
    return Buffer.compare(Buffer.from(foldForSearch(text)), Buffer.from(foldForSearch(wanted)));
  const limit = readMoment(wanted, test === "over" || test === "max" ? "end" : "start");
  return Number((readMoment(text, "start") ?? 0n) - (limit ?? 0n));
}
