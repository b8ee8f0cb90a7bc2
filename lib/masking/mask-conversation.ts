import type { Conversation, Summary, Variable } from "@/lib/conversation/conversation";
import { maxFirstMessageLength, maxPreviewLength } from "@/lib/conversation/text-limits";
import type { Actor } from "@/lib/events/event";
import { comparedLength, type KnownValues } from "./known-values";
import { rulesFor } from "./mask-event";
import { maskText } from "./mask-text";
import { maskValue, maskVariableValue } from "./mask-value";
import type { Masking } from "./masking";
import { isStaff } from "./staff";
import { tokens } from "./tokens";

/** A conversation's state as a viewer without the permission `personal` sees it. */
export function maskConversation<State extends Conversation>(state: State, masking: Masking): State {
  return {
    ...state,
    ...maskTexts(state, masking),
    labels: maskLabels(state.labels, masking),
    externalKey: state.externalKey === null ? null : maskText(state.externalKey, masking.known),
    visitor: maskVisitor(state.visitor),
    assignee: maskActor(state.assignee),
    variables: Object.fromEntries(
      Object.entries(state.variables).map(([name, variable]) => [
        maskText(name, masking.known),
        maskVariable(variable, name, masking),
      ]),
    ),
    notes: state.notes.map((note) => ({ ...note, text: tokens.value })),
    assignments: state.assignments.map((assignment) => ({
      ...assignment,
      ...{ from: maskActor(assignment.from), to: maskActor(assignment.to), by: maskActor(assignment.by) },
    })),
  };
}

/** A summary as a viewer without the permission `personal` sees it. Its search hits are masked where they are found. */
export function maskSummary(summary: Summary, masking: Masking): Summary {
  const { lastMessage, variables } = summary;
  return {
    ...summary,
    ...maskTexts(summary, masking),
    labels: maskLabels(summary.labels, masking),
    visitor: maskVisitor(summary.visitor),
    assignee: maskActor(summary.assignee),
    lastMessage:
      lastMessage === null
        ? null
        : { ...lastMessage, text: maskCut(lastMessage.text, maxPreviewLength, masking.known) },
    ...(variables === undefined ? {} : { variables: maskValues(variables, masking) }),
  };
}

/** Labels as their events have them for a masked viewer. */
function maskLabels(labels: Conversation["labels"], masking: Masking): Conversation["labels"] {
  const rules = rulesFor(masking);
  const mask = (key: string, text: string) => String(maskValue(rules, text, { key }));
  return labels.map(({ id, name }) => ({ id: mask("id", id), name: name === null ? null : mask("name", name) }));
}

/** Visitors' data with their values masked; keys stay. */
export function maskVisitor<
  Visitor extends { id?: string | null; name: string | null; email: string | null; phone?: string | null },
>(visitor: Visitor): Visitor & { masked: true } {
  const token = (value: string | null | undefined, text: string) =>
    value === null || value === undefined ? value : text;
  return {
    ...visitor,
    ...("id" in visitor ? { id: token(visitor.id, tokens.value) } : {}),
    name: token(visitor.name, tokens.name),
    email: token(visitor.email, tokens.email),
    ...("phone" in visitor ? { phone: token(visitor.phone, tokens.phone) } : {}),
    masked: true,
  };
}

/** A variable with its value masked: as a whole if it is personal, otherwise by its contents. */
export function maskVariable<Masked extends Pick<Variable, "value">>(
  variable: Masked,
  name: string,
  masking: Masking,
): Masked & { masked?: true } {
  const value = maskVariableValue(rulesFor(masking), name, variable.value);
  return value === variable.value ? variable : { ...variable, value, masked: true };
}

/** Values of variables by name, masked. */
export function maskValues(values: Record<string, unknown>, masking: Masking): Record<string, unknown> {
  const rules = rulesFor(masking);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, maskVariableValue(rules, name, value)]),
  );
}

/** An actor: staff stay, and the data of everyone else is masked. */
export function maskActor(actor: Actor | null): Actor | null {
  if (actor === null || isStaff(actor.type)) return actor;
  return {
    ...actor,
    id: actor.id === null ? null : tokens.value,
    email: actor.email === null ? null : tokens.email,
    name: actor.name === null ? null : tokens.name,
  };
}

type Names = Pick<Conversation["visitor"], "name" | "email"> & { phone?: string | null };
type Texts = Pick<Conversation, "title" | "lastPrompt" | "firstVisitorMessage">;

function maskTexts(texts: Texts & { visitor: Names }, masking: Masking): Texts {
  const { lastPrompt, firstVisitorMessage, visitor } = texts;
  const { known } = masking;
  return {
    title: maskTitle({ title: texts.title, names: [visitor.name, visitor.email, visitor.phone] }, masking),
    lastPrompt: lastPrompt === null ? null : { ...lastPrompt, text: maskCut(lastPrompt.text, maxPreviewLength, known) },
    firstVisitorMessage:
      firstVisitorMessage === null ? null : maskCut(firstVisitorMessage, maxFirstMessageLength, known),
  };
}

/**
 * A title. One that is the visitor's name is a token, however short.
 *
 * @param names what the title must not be: the visitor's name, addresses and id
 */
export function maskTitle(
  { title, names }: { title: string; names: readonly (string | null | undefined)[] },
  { known }: Masking,
): string {
  return title !== "" && names.includes(title) ? tokens.name : maskCut(title, longestListed, known);
}

/** A text that may have been cut at `longest` characters: a value across the cut would not be recognized, so the end is left out. */
function maskCut(text: string, longest: number, known: KnownValues): string {
  const masked = maskText(text, known);
  return text.length < longest - 1
    ? masked
    : `${masked.slice(0, Math.max(0, masked.length - comparedLength)).toWellFormed()}…`;
}

/** Lists contain no more of a title. */
const longestListed = 1000;
