import type { ServiceEvent } from "@/lib/testing/worlds/service-world";
import { type NaiveService, serviceNaively } from "./service-naively";

/** What is needed to compute metrics of a conversation. */
export interface MeasuredNaively extends NaiveService {
  /** Microseconds since 1970: integers, which are exact. */
  createdAt: number;
  lastEventAt: number;
  bot: string;
  visitor: string;
  /** Of all conversations that are known, which have to be compared. */
  isFirstOfVisitor: boolean;
  assignee: string;
  labels: string[];
  variables: Partial<Record<string, string[]>>;
  isSettled: boolean;
}

/**
 * @param events of one conversation, in the sender's order
 * @param now milliseconds since 1970
 */
export function measureNaively(events: readonly ServiceEvent[], now: number): MeasuredNaively {
  const service = serviceNaively(events);
  const assigning = events.findLast(({ event: { type, payload } }) => {
    return type === "assignee_change" || payload.assigned_to_user !== undefined;
  });
  const { to, assigned_to_user } = assigning?.event.payload ?? {};
  const lastEventAt = Math.max(...events.map(({ timestamp }) => microsecondsOf(timestamp)));
  return {
    ...service,
    createdAt: Number(events[0]?.conversation.key.slice(32)) * 1_000_000,
    lastEventAt,
    visitor: String(events[0]?.visitor.key),
    isFirstOfVisitor: false,
    bot: String(events[0]?.account.bot.id),
    assignee: (to ?? assigned_to_user ?? null)?.id ?? "none",
    labels: events.flatMap(({ event }) => event.payload.labels ?? []).map(({ id }) => String(id)),
    variables: Object.fromEntries(
      events.flatMap(({ event }) => event.payload.variables ?? []).map(({ name, value }) => [name, [String(value)]]),
    ),
    isSettled: service.closer !== null || lastEventAt <= (now - 24 * 3_600_000) * 1000,
  };
}

/** Marks the first conversation of each visitor. */
export function withFirst(all: readonly MeasuredNaively[]): MeasuredNaively[] {
  return all.map((one) => {
    const others = all.filter(({ visitor }) => visitor === one.visitor);
    return { ...one, isFirstOfVisitor: others.every(({ createdAt }) => createdAt >= one.createdAt) };
  });
}

/** The expected numbers of a metric's cell. */
export interface NaiveCell {
  value: number | null;
  n: number;
  k?: number;
  p90?: number;
  neverAnswered?: number;
  pending: number;
  /** How many conversations the cell refers to. */
  conversations: number;
}

type One = MeasuredNaively;
type Definition =
  | { count: (one: One) => boolean }
  | { share: (one: One) => boolean; of: (one: One) => boolean }
  | { values: (one: One) => number[]; never?: (one: One) => boolean };

const isEngaged = (one: One) => one.firstVisitorMessage !== null;
const isBotOnly = (one: One) => isEngaged(one) && one.isSettled && one.handover === null;
const isClosed = (one: One) => one.closer !== null;
const always = () => true;
const present = (value: number | null) => (value === null ? [] : [value]);

/** Each metric by its definition in docs/analytics.md. */
export const naiveMetrics: Record<string, Definition> = {
  started: { count: always },
  engaged: { share: isEngaged, of: always },
  newVisitors: { share: ({ isFirstOfVisitor }) => isFirstOfVisitor, of: always },
  handedOver: { share: (one) => isEngaged(one) && one.handover !== null, of: isEngaged },
  botOnly: { share: isBotOnly, of: (one) => isEngaged(one) && one.isSettled },
  abandoned: {
    share: (one) => isBotOnly(one) && one.lastPrompt !== null && !one.lastPrompt.answered,
    of: (one) => isEngaged(one) && one.isSettled,
  },
  botSilent: { count: (one) => isBotOnly(one) && one.visitorSpokeLast },
  humanWait: {
    values: ({ humanWaitMs }) => present(humanWaitMs),
    never: (one) => one.handover !== null && one.replies.length === 0 && one.isSettled,
  },
  replyTime: { values: ({ replyTimes }) => replyTimes.flatMap(({ tookMs }) => present(tookMs)) },
  closed: { share: isClosed, of: always },
  closedByBot: { share: ({ closer }) => closer === "bot", of: isClosed },
  closedByHuman: { share: ({ closer }) => closer === "human", of: isClosed },
  closedBySystem: { share: ({ closer }) => closer === "system", of: isClosed },
  resolutionTime: {
    values: (one) => (isClosed(one) ? [(microsecondsOf(one.closedAt ?? "") - one.createdAt) / 1000] : []),
  },
  reopened: { share: ({ reopened }) => reopened, of: (one) => isClosed(one) || one.reopened },
  duration: { values: ({ createdAt, lastEventAt }) => [(lastEventAt - createdAt) / 1000] },
  visitorTurns: { values: (one) => (isEngaged(one) ? [one.visitorTurns] : []) },
};

/** The values of a duration or number in one conversation. */
export function valuesNaively(id: string, one: One): number[] {
  const definition = naiveMetrics[id];
  return definition !== undefined && "values" in definition ? definition.values(one) : [];
}

/** A metric of these conversations. */
export function cellNaively(id: string, all: readonly One[]): NaiveCell {
  const definition = naiveMetrics[id];
  if (definition === undefined) throw new Error(`No naive definition of ${id}.`);
  const pending = all.filter((one) => !one.isSettled).length;
  if ("count" in definition) {
    const n = all.filter(definition.count).length;
    return { value: n, n, pending, conversations: n };
  }
  if ("share" in definition) {
    const [k, n] = [all.filter(definition.share).length, all.filter(definition.of).length];
    return { value: n === 0 ? null : k / n, n, k, pending, conversations: k };
  }
  const values = all.flatMap(definition.values).sort((a, b) => a - b);
  const n = values.length;
  const { never } = definition;
  return {
    value: values[Math.ceil(n * 0.5) - 1] ?? null,
    n,
    ...(n === 0 ? {} : { p90: values[Math.ceil((n * 9) / 10) - 1] }),
    ...(never === undefined ? {} : { neverAnswered: all.filter(never).length }),
    pending,
    conversations: all.filter((one) => definition.values(one).length > 0).length,
  };
}

/** Of a time in UTC, with or without a `T` and a `Z`. */
function microsecondsOf(timestamp: string): number {
  const [moment = "", fraction = ""] = timestamp.replace("Z", "").split(".");
  return Date.parse(`${moment.replace(" ", "T")}Z`) * 1000 + Number(fraction.padEnd(6, "0"));
}
