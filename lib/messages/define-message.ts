import type { MessageDefinition } from "./message-definition";

/** Infers a definition's content from its schema, so that a type is written once. */
export function defineMessage<const Type extends string, Content>(
  definition: MessageDefinition<Type, Content>,
): MessageDefinition<Type, Content> {
  return definition;
}
