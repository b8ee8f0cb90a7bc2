import type { FoldState } from "@/lib/conversation/fold-state";
import type { Event } from "./event";
import type { EventDefinition } from "./event-definition";
import { genericText } from "./generic-text";
import type { NameOf, Sentence } from "./sentence";

/** What one event means, with its payload proved. */
export interface Interpretation {
  readonly messageType: string | null;
  /** Why the event is only shown as data, in a sentence; null when it is understood. */
  readonly problem: string | null;
  readonly sentence: (nameOf: NameOf) => Sentence;
  readonly apply: (state: FoldState, event: Event) => void;
}

/** Reads payloads by a definition; one that does not fit is kept, shown as data and changes nothing. */
export function interpretBy<Payload>(definition: EventDefinition<string, Payload>) {
  return (sent: unknown): Interpretation => {
    const parsed = definition.payload.safeParse(sent);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = ["payload", ...(issue?.path ?? [])].join(".");
      return notUnderstood(definition.type, sent, `${place}: ${issue?.message ?? "is invalid"}`);
    }
    const payload = parsed.data;
    return {
      messageType: definition.messageType?.(payload) ?? null,
      problem: definition.problem?.(payload) ?? null,
      sentence: (nameOf) => definition.sentence(payload, nameOf),
      apply: (state, event) => definition.apply(state, payload, event),
    };
  };
}

export function notUnderstood(type: string, payload: unknown, problem: string): Interpretation {
  return { messageType: null, problem, sentence: () => [genericText(type, payload)], apply: () => {} };
}
