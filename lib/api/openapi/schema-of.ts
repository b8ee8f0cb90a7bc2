import { z } from "zod";
import { changes } from "@/lib/api/schemas/changes";
import { conversation, summary } from "@/lib/api/schemas/conversation";
import { deliveryDetail, listedDelivery } from "@/lib/api/schemas/delivery";
import { errorBody } from "@/lib/api/schemas/error-body";
import { actor, event, eventWithRaw } from "@/lib/api/schemas/event";
import { me } from "@/lib/api/schemas/me";
import { question } from "@/lib/api/schemas/question";
import { savedView } from "@/lib/api/schemas/saved-view";
import { visitor } from "@/lib/api/schemas/visitor";

export type Json = Record<string, unknown>;

/** Schemas that the document defines once and references. */
const components = {
  Actor: actor,
  Event: event,
  EventWithRaw: eventWithRaw,
  Conversation: conversation,
  Summary: summary,
  Question: question,
  Visitor: visitor,
  Delivery: listedDelivery,
  DeliveryDetail: deliveryDetail,
  SavedView: savedView,
  Changes: changes,
  Me: me,
  Error: errorBody,
} as const;

const names = new Map<unknown, string>(Object.entries(components).map(([name, schema]) => [schema, name]));

/** The schemas in the document's `components`. */
export function componentSchemas(): Json {
  return Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, schemaOf(schema, "sent", name)]));
}

/**
 * The JSON Schema of a zod schema, with references to components.
 *
 * @param side `sent`: JSON in a body or response; `read`: the parsed value of a query parameter
 * @param itself the component being written, which must not reference itself
 */
export function schemaOf(schema: z.core.$ZodType, side: "sent" | "read", itself?: string): Json {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: side === "sent" ? "input" : "output",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema);
      if (name !== undefined && name !== itself) replace(jsonSchema, { $ref: `#/components/schemas/${name}` });
      else if (jsonSchema.recordOf instanceof z.ZodType) {
        replace(jsonSchema, { type: "object", additionalProperties: schemaOf(jsonSchema.recordOf, side) });
      }
    },
  });
  return written;
}

function replace(target: Json, by: Json): void {
  for (const name of Object.keys(target)) delete target[name];
  Object.assign(target, by);
}
