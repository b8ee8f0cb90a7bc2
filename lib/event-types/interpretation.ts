import type { FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import type { EventDefinition, EventIcon } from "./event-definition";
import { genericText } from "./generic-text";
import type { NameOf, Sentence } from "./sentence";

/** An event interpreted by its definition, with its payload validated. */
export interface Interpretation {
  readonly messageType: string | null;
  /** Why the event is only shown as data, as a sentence; null when it is recognised. */
  readonly problem: string | null;
  readonly sentence: (nameOf: NameOf) => Sentence;
  /** The definition's `lines`; null when the sentence is complete. */
  readonly lines: (() => string) | null;
  readonly searchText: ((event: Event) => string) | null;
  /** The label in the outline; null when the event is not in the outline. */
  readonly outline: ((nameOf: NameOf) => string) | null;
  /** The variables that it is about, in order; none for most events. */
  readonly variables: readonly VariableAssignment[];
  readonly icon: EventIcon;
  readonly apply: (state: FoldState, event: Event) => void;
}

/** Parses payloads with a definition. An event with an invalid payload is kept, shown as data and changes nothing. */
export function interpretBy<Payload>(definition: EventDefinition<string, Payload>) {
  const { type, icon, lines, searchText, outline } = definition;
  return (sent: unknown): Interpretation => {
    const parsed = definition.payload.safeParse(sent);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = ["payload", ...(issue?.path ?? [])].join(".");
      return notUnderstood(type, sent, `${place}: ${issue?.message ?? "is unreadable"}`);
    }
    const payload = parsed.data;
    return {
      messageType: definition.messageType?.(payload) ?? null,
      problem: definition.problem?.(payload) ?? null,
      sentence: (nameOf) => definition.sentence(payload, nameOf),
      lines: lines ? () => lines(payload) : null,
      searchText: searchText ? (event) => searchText(payload, event) : null,
      outline: outline ? (nameOf) => outline(payload, nameOf) : null,
      variables: definition.variables?.(payload) ?? [],
      icon: typeof icon === "function" ? icon(payload) : icon,
      apply: (state, event) => definition.apply(state, payload, event),
    };
  };
}

export function notUnderstood(type: string, payload: unknown, problem: string): Interpretation {
  return {
    ...{ messageType: null, problem, lines: null, searchText: null, outline: null, variables: [], icon: "alert" },
    sentence: () => [genericText(type, payload)],
    apply: () => {},
  };
}

/** What is shown in place of erased content. */
export const erasedText = "Content erased";

/** The interpretation of an event whose content was erased: it still has its effect. */
export function erasedMeaning(meaning: Interpretation): Interpretation {
  return { ...meaning, sentence: () => [erasedText], lines: null, searchText: null, outline: null, variables: [] };
}
