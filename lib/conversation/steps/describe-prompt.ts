import type { ReadMessage } from "@/lib/messages/read-message";
import { foldForSearch } from "@/lib/search/fold-for-search";
import type { Variable } from "../conversation";
import { hashOf } from "../message-identity";
import { choicesOfPrompt, type SentChoice } from "./choices-of-prompt";
import type { PromptChoice, PromptText } from "./step-log";
import { withoutValues } from "./values-in-text";

type Variables = Readonly<Record<string, Variable>>;

/** Choices that are kept with their titles. */
const mostKept = 60;
/** Longer numbers in choices are order numbers and the like; 1 to 10 are answers. */
const longNumber = /\d{4,}/g;
const longestTitle = 300;
/** Messengers truncate the titles of choices at 20 characters. */
const compared = 20;

interface Shown {
  /** Null for a plain text. */
  message: ReadMessage | null;
  type: string;
  /** The question, in one line. */
  title: string;
  /** Its content was erased: what remains says nothing about the prompt. */
  isErased: boolean;
  variables: Variables;
}

/** Recognizes a prompt. Events have no ids of blocks, so it is identified by its type, structure and title. */
export function describePrompt({ message, type, title, isErased, variables }: Shown): PromptText {
  const kind = (message?.recognised === true ? message.type : type).trim().toLowerCase();
  if (isErased) return identified({ type: kind, prompt: hashed(["erased", kind]), variant: "", title });
  const shown = cut(withoutValues(title, variables));
  const variant = hashed([foldForSearch(shown)]);
  const sent = message === null ? [] : choicesOfPrompt(message.sent);
  const structure = message === null ? null : structureOf(message, sent);
  const prompt = structure === null ? hashed(["title", kind, variant]) : hashed([kind, ...structure.parts]);
  const choices = structure?.isOfChoices === true ? keptChoices(sent, variables) : [];
  return identified({ type: kind, prompt, variant, title: shown, choices, isWeak: structure?.isWeak ?? false });
}

/** The keys of the choices in an answer, joined; undefined if it does not name one of them. */
export function chosenKey({ choices }: PromptText, given: readonly string[], variables: Variables): string | undefined {
  if (choices.length === 0) return undefined;
  const wanted = given.map((text) => comparable(choiceTitle(text, variables)));
  const whole = choices.find(({ title }) => comparable(title) === wanted[0]);
  if (whole !== undefined) return whole.key;
  const named = new Set(wanted);
  const keys = choices.filter(({ title }) => named.has(comparable(title))).map(({ key }) => key);
  return keys.length === 0 ? undefined : [...new Set(keys)].sort().join("+");
}

function identified(
  text: Omit<PromptText, "id" | "isWeak" | "choices"> & Partial<Pick<PromptText, "isWeak" | "choices">>,
): PromptText {
  const whole = { isWeak: false, choices: [], ...text };
  return { id: hashed([JSON.stringify(whole)]), ...whole };
}

interface Structure {
  parts: string[];
  isWeak: boolean;
  isOfChoices: boolean;
}

/** What identifies a prompt besides its title; null if there is nothing. */
function structureOf(message: ReadMessage, sent: readonly SentChoice[]): Structure | null {
  if (message.recognised) {
    if (message.type === "form") {
      const { fields } = message.content;
      const parts = fields.map(({ variable, label }) => (variable === "" ? `label ${foldForSearch(label)}` : variable));
      return { parts: distinct(parts), isWeak: false, isOfChoices: false };
    }
    if (message.type === "slider") {
      const { min, max } = message.content;
      return { parts: [String(min), String(max)], isWeak: true, isOfChoices: false };
    }
    if (message.type === "file_upload") {
      const extensions = message.content.extensions.map((extension) => extension.toLowerCase());
      return { parts: distinct(extensions), isWeak: true, isOfChoices: false };
    }
    if (message.type === "appointment_booking") {
      const { eventId } = message.content;
      return eventId === "" ? null : { parts: [eventId], isWeak: false, isOfChoices: false };
    }
  }
  if (sent.length === 0) return null;
  const parts = sent.map(({ leadsTo, title }) =>
    leadsTo === null ? `title ${foldForSearch(title)}` : `to ${leadsTo}`,
  );
  return { parts: distinct(parts), isWeak: sent.every(({ leadsTo }) => leadsTo === null), isOfChoices: true };
}

/** Choices with the same target are told apart by their order, so that a translation has the same keys. */
function keptChoices(sent: readonly SentChoice[], variables: Variables): PromptChoice[] {
  const kept = new Map<string, PromptChoice>();
  const targets = new Map<string, number>();
  for (const { title, leadsTo } of sent.slice(0, mostKept)) {
    const shown = choiceTitle(title, variables);
    const nth = leadsTo === null ? 0 : (targets.get(leadsTo) ?? 0);
    if (leadsTo !== null) targets.set(leadsTo, nth + 1);
    const key = hashed(leadsTo === null ? ["title", foldForSearch(shown)] : ["to", leadsTo, String(nth)]);
    if (!kept.has(key)) kept.set(key, { key, title: shown, leadsTo });
  }
  return [...kept.values()];
}

function choiceTitle(title: string, variables: Variables): string {
  return cut(withoutValues(title, variables, { onlyContact: true, digits: longNumber }));
}

/** Names can be longer than values. */
function cut(title: string): string {
  return title.slice(0, longestTitle).toWellFormed();
}

function comparable(title: string): string {
  return foldForSearch(title.slice(0, 2 * compared))
    .slice(0, compared)
    .trimEnd();
}

function distinct(parts: readonly string[]): string[] {
  return [...new Set(parts)].sort();
}

function hashed(parts: readonly string[]): string {
  return hashOf(JSON.stringify(parts));
}
