import type { VariableAssignment } from "./message-definition";
import type { ReadMessage, RecognisedMessage } from "./read-message";

/** The variables that a message sets, in order; empty for one that is not recognised. */
export function messageVariables(message: ReadMessage): readonly VariableAssignment[] {
  if (!message.recognised) return [];
  // A definition only receives content that it parsed, which the union of all types cannot express.
  const variables = message.definition.variables as
    | ((content: RecognisedMessage["content"]) => readonly VariableAssignment[])
    | undefined;
  return variables?.(message.content) ?? [];
}
