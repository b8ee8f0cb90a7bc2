import { readDurationRange, writeDurationRange } from "@/lib/filters/values/range";
import type { SequenceCondition, SequenceStep } from "./condition";

const fewest = 2;
const most = 10;
const separator = ";";

/** Steps that have a time, as in the URL: `answered=<prompt>`, `chose=<prompt>/<answer>`, `asked=<prompt>`, `handedOver`, `closed`. */
export function readSequenceStep(text: string): SequenceStep | null {
  if (text === "handedOver" || text === "closed") return text;
  const [name, value = ""] = splitAt(text, "=");
  const [prompt = "", answer, ...more] = value.split("/");
  if (prompt === "" || more.length > 0) return null;
  if (name === "chose") return answer === undefined ? null : { prompt, answer, outcome: "answered" };
  if (answer !== undefined) return null;
  if (name === "answered") return { prompt, outcome: "answered" };
  return name === "asked" ? { prompt } : null;
}

/** `strict;30m;answered=<prompt>;closed`: the order, at most how long, and the steps. */
export function readSequence(text: string): SequenceCondition | null {
  const [order, within = "", ...written] = text.split(separator);
  if ((order !== "strict" && order !== "loose") || written.length < fewest || written.length > most) return null;
  const longest = within === "" ? null : readWithin(within);
  const steps = written.map((step) => readSequenceStep(decode(step)));
  if (longest === undefined || steps.some((step) => step === null)) return null;
  return {
    ...{ kind: "sequence", isOrdered: order === "strict", within: longest },
    steps: steps.filter((step) => step !== null),
  };
}

/** The inverse of {@link readSequence}, of steps as {@link readSequenceStep} reads them. */
export function writeSequence(order: "strict" | "loose", within: bigint | null, steps: readonly string[]): string {
  const longest = within === null ? "" : writeDurationRange({ from: null, to: within }).replace("<=", "");
  return [order, longest, ...steps.map(encode)].join(separator);
}

/** A duration such as `30m`, in microseconds; undefined if it is none. */
export function readWithin(text: string): bigint | undefined {
  return /^\d/.test(text) ? (readDurationRange(`<=${text}`)?.to ?? undefined) : undefined;
}

function splitAt(text: string, mark: string): [string, string] {
  const place = text.indexOf(mark);
  return place === -1 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

function encode(step: string): string {
  return step.replaceAll("%", "%25").replaceAll(separator, "%3B");
}

function decode(step: string): string {
  return step.replaceAll("%3B", separator).replaceAll("%25", "%");
}
