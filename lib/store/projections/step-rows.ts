import { createHash } from "node:crypto";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { PromptText } from "@/lib/conversation/steps/step-log";
import { type Step, stepsOf } from "@/lib/conversation/steps/steps-of";
import type { Columns, Row } from "@/lib/store/connection/json-rows";
import { shorten } from "@/lib/store/reads/shorten";
import { fromIso, microsecondsOf } from "@/lib/time/instant";

export const stepColumns = {
  conversationId: "bigint",
  place: "integer",
  textId: "integer",
  at: "bigint",
  outcome: "text",
  answer: "text",
  took: "bigint",
  cameFrom: "text",
  wentTo: "text",
  wentToTextId: "integer",
  isApart: "boolean",
} satisfies Columns;

export const textColumns = {
  id: "integer",
  digest: "text",
  botId: "text",
  prompt: "text",
  variant: "text",
  type: "text",
  isWeak: "boolean",
  title: "text",
  choices: "text",
} satisfies Columns;

/** A step with the digests of its text and of the next prompt's, in place of their ids. */
export interface DigestedStep extends Step {
  digest: string;
  wentToDigest: string | null;
}

/** The steps of a conversation. They belong to its bot; without one, there are none. */
export function digestedSteps(state: FoldState | null): DigestedStep[] {
  const botId = state?.bot?.id;
  if (state === null || botId === undefined) return [];
  const steps = stepsOf(state).map((step) => ({
    ...step,
    digest: digestOf(botId, step.text.id),
  }));
  return steps.map((step, place) => ({
    ...step,
    wentToDigest: step.wentTo === "prompt" ? (steps[place + 1]?.digest ?? null) : null,
  }));
}

/** The id of a step's prompt, unless it is apart. */
export function promptIdOf({ bot }: FoldState, { text }: Pick<Step, "text">): string {
  return digestOf(bot?.id ?? "", text.prompt);
}

/** The texts of a conversation's steps, without their ids. */
export function textRows(state: FoldState): Omit<Row<typeof textColumns>, "id">[] {
  const botId = state.bot?.id;
  if (botId === undefined) return [];
  return state.flow.texts.map((text) => textRow(botId, text));
}

export function stepRow(
  conversationId: bigint,
  place: number,
  { at, outcome, answer, tookMs, cameFrom, wentTo, isApart, digest, wentToDigest }: DigestedStep,
  ids: ReadonlyMap<string, number>,
): Row<typeof stepColumns> {
  return {
    ...{
      conversationId,
      place,
      textId: ids.get(digest) ?? 0,
      at: fromIso(at),
      outcome,
      answer,
      cameFrom,
      wentTo,
      isApart,
    },
    took: tookMs === null ? null : microsecondsOf(tookMs),
    wentToTextId: wentToDigest === null ? null : (ids.get(wentToDigest) ?? 0),
  };
}

function textRow(botId: string, { id, prompt, variant, type, isWeak, title, choices }: PromptText) {
  return {
    ...{ digest: digestOf(botId, id), botId: shorten(botId), prompt: digestOf(botId, prompt), variant },
    ...{ type: shorten(type), isWeak, title, choices: JSON.stringify(choices) },
  };
}

/** Unlike the ids of texts, different for each bot. */
function digestOf(botId: string, id: string): string {
  return createHash("sha256")
    .update(JSON.stringify([botId, id]))
    .digest("base64url")
    .slice(0, 16);
}
