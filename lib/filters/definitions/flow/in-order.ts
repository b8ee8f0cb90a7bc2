import type { SequenceStep } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { readSequence } from "@/lib/filters/kinds/sequence-text";
import type { KnownConversation } from "@/lib/filters/known-conversation";
import { readText } from "@/lib/filters/values/read-value";
import { fromIso, microsecondsOf } from "@/lib/time/instant";

const form = "strict or loose;how long, or nothing;at least two steps, for example strict;30m;answered=<prompt>;closed";

export const inOrder = listFilter({
  label: "Steps",
  help: "the steps of a funnel, one after another",
  description:
    "Steps of a funnel: `strict` (each after the one before) or `loose` (in any order), at most how long from the first to the last (may be empty), and two to ten of `asked=<prompt>`, `answered=<prompt>`, `chose=<prompt>/<answer>`, `handedOver` and `closed`, separated by semicolons.",
  example: "strict;30m;handedOver;answered=Jk1x5mWn0fRzQ3aB",
  isNegatable: true,
  hasAll: true,
  isExact: true,
  read: (text) => {
    const given = readText(text);
    return "problem" in given || readSequence(given.value) !== null ? given : { problem: `must be ${form}` };
  },
  condition: (value) => readSequence(value) ?? { kind: "sequence", isOrdered: true, within: null, steps: [] },
  matches: (conversation: KnownConversation, value) => {
    const sequence = readSequence(value);
    if (sequence === null) return false;
    const { isOrdered, within, steps } = sequence;
    return coursesOf(steps.map((step) => timesOf(conversation, step))).some((times) => {
      const inTime = [...times].sort((a, b) => (a < b ? -1 : 1));
      const isInOrder = times.every((at, place) => place === 0 || (times[place - 1] ?? at) < at);
      const took = (inTime.at(-1) ?? 0n) - (inTime[0] ?? 0n);
      return (!isOrdered || isInOrder) && (within === null || took <= within);
    });
  },
});

/** All ways to choose one time of each step. */
function coursesOf([first, ...others]: readonly (readonly bigint[])[]): bigint[][] {
  if (first === undefined) return [[]];
  const rest = coursesOf(others);
  return first.flatMap((at) => rest.map((times) => [at, ...times]));
}

/** When a step happened, in microseconds since 1970. */
function timesOf({ steps, events, handover, status, closedAt }: KnownConversation, step: SequenceStep): bigint[] {
  if (step === "closed") return status === "closed" && closedAt !== null ? [fromIso(closedAt)] : [];
  const handoverAt = handover === null ? undefined : events[handover]?.occurredAt;
  if (step === "handedOver") return handoverAt === undefined ? [] : [fromIso(handoverAt)];
  const { prompt = "", outcome, answer } = step;
  const isOf = steps.filter(
    (one) =>
      one.prompt.includes(prompt) &&
      (outcome === undefined || one.outcome === outcome) &&
      (answer === undefined || (one.answer ?? "") === answer),
  );
  return isOf.map(({ at, tookMs }) => fromIso(at) + (outcome === undefined ? 0n : microsecondsOf(tookMs ?? 0)));
}
