import { z } from "zod";
import { cell, periodQuery } from "./analytics";

export const flowQuery = z.strictObject(periodQuery);

/** Null: hidden, because it could identify a person. */
const count = z.int().nullable();

const outcomes = {
  shown: count,
  answered: count,
  typedInstead: count,
  askedAgain: count,
  handedOver: count,
  abandoned: count,
  pending: count,
};

/** Null: hidden from viewers without the permission to see personal data. */
const title = z.string().nullable();

const flowPrompt = z.object({
  id: z.string(),
  /** The message type. */
  type: z.string(),
  /** Of its most frequent text, with names of variables in place of their values. */
  title,
  ...outcomes,
  answerTime: cell,
  variants: z.int(),
  /** The query string of the list with the conversations that it was shown in. */
  conversations: z.string(),
});

export type FlowPrompt = z.input<typeof flowPrompt>;

const flowEdge = z.object({
  /** The id of a prompt; `start`, `human` or `closed`. */
  from: z.string(),
  /** The key of the choice; null without one. */
  answer: z.string().nullable(),
  answerTitle: title,
  /** The id of a prompt; `human`, `closed`, `silence` or `pending`. */
  to: z.string(),
  count: z.int(),
  /** Of the times to answer. */
  medianMs: z.number().nullable(),
  conversations: z.string(),
});

export type FlowEdge = z.input<typeof flowEdge>;

const header = { asOf: z.string(), from: z.string(), to: z.string(), tz: z.string() };

export const flowList = z.object({
  ...header,
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Those that started. */
      conversations: cell,
      /** Prompts that the bot showed, and how many of them were answered. */
      shown: count,
      answered: count,
      /** The metrics of these names. */
      handedOver: cell,
      abandoned: cell,
    }),
  ),
});

export type FlowList = z.input<typeof flowList>;

export const flowMap = z.object({ ...header, prompts: z.array(flowPrompt), edges: z.array(flowEdge) });

export type FlowMap = z.input<typeof flowMap>;

const weekAround = z.object({ from: z.string(), to: z.string(), ...outcomes });

export const flowPromptDetail = z.object({
  ...header,
  prompt: flowPrompt,
  variants: z.array(
    z.object({
      id: z.string(),
      title,
      shown: count,
      firstSeen: z.string(),
      lastSeen: z.string(),
      conversations: z.string(),
    }),
  ),
  answers: z.array(
    z.object({
      answer: z.string().nullable(),
      title,
      count: z.int(),
      time: cell,
      conversations: z.string(),
    }),
  ),
  /** The edges that begin at it. */
  next: z.array(flowEdge),
  /** New variants that replaced the ones before, with seven days before and after. */
  edits: z.array(z.object({ variant: z.string(), title, at: z.string(), before: weekAround, after: weekAround })),
});

export type FlowPromptDetail = z.input<typeof flowPromptDetail>;

const wiringFlags = ["neverChosen", "leadsToSeveral", "leadsToSame", "botSilent"] as const;

export const flowWiring = z.object({
  ...header,
  data: z.array(
    z.object({
      prompt: z.string(),
      promptTitle: title,
      answer: z.string(),
      title,
      /** `next_dialog`, as sent. */
      leadsTo: z.string().nullable(),
      count: z.int(),
      next: z.array(z.object({ to: z.string(), count: z.int() })),
      flags: z.array(z.enum(wiringFlags)),
      conversations: z.string(),
    }),
  ),
});

export type FlowWiring = z.input<typeof flowWiring>;
