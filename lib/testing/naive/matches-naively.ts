import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import {
  type ConversationFilters,
  type FilterName,
  filterNames,
  filterOf,
  valuesOf,
} from "@/lib/filters/conversation-filters";
import type { KnownConversation, KnownStep } from "@/lib/filters/known-conversation";
import { readMoment } from "@/lib/filters/values/moment";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import { fold } from "@/lib/fold/fold";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { finder } from "@/lib/search/is-found";
import { digestedSteps, promptIdOf } from "@/lib/store/projections/step-rows";
import type { ListedTimes } from "@/lib/testing/listed-times";
import { labels } from "@/lib/testing/many-conversations";
import { now } from "@/lib/time/instant";
import type { NaiveConversation } from "./fold-naively";
import type { NaiveService } from "./service-naively";

/** A conversation of `manyConversations` with all its events. */
export interface Known {
  conversation: NaiveConversation;
  events: readonly Event[];
  listed: ListedTimes;
  service: NaiveService;
  /** The first conversation of its visitor. */
  isFirstOfVisitor: boolean;
  /** Its events as they were sent. */
  rawTexts: readonly string[];
}

const labelNames = new Map<string, string>(labels.map(({ id, name }) => [String(id), name]));

/** A cache by conversation. */
const facts = new WeakMap<Known, KnownConversation>();

/** A naive evaluation of filters: no SQL and no columns, with a scan over everything. */
export function matchesNaively(known: Known, filters: ConversationFilters): boolean {
  const conversation = facts.get(known) ?? toKnown(known);
  facts.set(known, conversation);
  return (
    filterNames.every((name) => passesFilter(conversation, name, valuesOf(filters, name))) &&
    [...Map.groupBy(filters.variables, ({ name, test }) => `${name} ${test}`).values()].every((tests) =>
      tests[0]?.test === "not" || tests[0]?.test === "exists"
        ? tests.every((one) => passes(known.conversation, one))
        : tests.some((one) => passes(known.conversation, one)),
    )
  );
}

function passesFilter(conversation: KnownConversation, name: FilterName, values: readonly string[]): boolean {
  const { definition, how } = filterOf(name);
  const has = (value: string) => definition.matches(conversation, value);
  if (how === "none") return !values.some(has);
  return how === "all" ? values.every(has) : values.length === 0 || values.some(has);
}

function toKnown({ conversation, events, listed, service, rawTexts, isFirstOfVisitor }: Known): KnownConversation {
  const { title, key, externalKey, visitor } = conversation;
  return {
    ...conversation,
    ...listed,
    ...service,
    isFirstOfVisitor,
    steps: knownSteps(events),
    isIdle: listed.active <= now() - 24n * 3_600_000_000n,
    labels: conversation.labels.map((id) => ({ id, name: labelNames.get(id) ?? null })),
    texts: [title, key, externalKey, visitor.name, ...events.map(searchTextOf)].filter((text) => text !== null),
    events,
    rawTexts,
    said: {
      visitor: said(events, "message", "visitor"),
      bot: said(events, "message", "bot"),
      agent: said(events, "message", "user", "team"),
      note: events.filter(({ type }) => type === "note").map(searchTextOf),
    },
  };
}

/** The fold's; flows.test.ts compares them with a naive computation. */
function knownSteps(events: readonly Event[]): KnownStep[] {
  const state = fold(events);
  const steps = digestedSteps(state);
  const idsOf = (step: (typeof steps)[number]) => {
    const id = promptIdOf(state, step);
    return [id, `${id}.${step.text.variant}`];
  };
  return steps.map((step, place) => {
    const { outcome, answer, at, tookMs, cameFrom, wentTo } = step;
    const next = steps[place + 1];
    const to = wentTo === "prompt" ? (next === undefined ? [] : idsOf(next)) : wentTo;
    return { prompt: idsOf(step), outcome, answer, at, tookMs, cameFrom, to };
  });
}

function said(events: readonly Event[], wanted: string, ...by: string[]): string[] {
  return events.filter(({ type, actor }) => type === wanted && by.includes(actor?.type ?? "")).map(searchTextOf);
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

/** Compares with a whole day: after it means after its end. */
function differenceOf(text: string, wanted: string, test: keyof typeof comparisons): number {
  if (kindOf(wanted) === "number") return Number(text) - Number(wanted);
  if (kindOf(wanted) === "text")
    return Buffer.compare(Buffer.from(foldForSearch(text)), Buffer.from(foldForSearch(wanted)));
  const limit = readMoment(wanted, test === "over" || test === "max" ? "end" : "start");
  return Number((readMoment(text, "start") ?? 0n) - (limit ?? 0n));
}
