import { anyOf } from "@/lib/filters/kinds/condition";
import { listFilter } from "@/lib/filters/kinds/list-filter";
import { readMessageType } from "@/lib/filters/values/read-value";

export const has = listFilter({
  label: "Message type",
  help: "a message type that occurs, such as image",
  description: "A message type that occurs in the conversation, in any case.",
  example: "image",
  valuesFrom: "has",
  isNegatable: true,
  isExact: true,
  read: readMessageType,
  condition: (value) => anyOf("messageType").is(value),
  facet: { label: "Message type", by: anyOf("messageType") },
  matches: ({ events }, value) => events.some(({ messageType }) => messageType?.toLowerCase() === value),
});
