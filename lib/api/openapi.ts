import { z } from "zod";
import { type FilterName, filterNames, filterOf } from "@/lib/filters/conversation-filters";
import { variablePrefixes, variableTestNames, variableTestTexts } from "@/lib/filters/variable-filter";
import { errorBody } from "./api-error";
import { changes } from "./changes";
import { conversation, summary } from "./conversation";
import { delivery, deliveryDetail } from "./delivery";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { actor, event, eventWithRaw } from "./event";
import { question } from "./question";
import { visitor } from "./visitor";

type Json = Record<string, unknown>;

/** Schemas that the description names once and refers to. */
const components = {
  Actor: actor,
  Event: event,
  EventWithRaw: eventWithRaw,
  Conversation: conversation,
  Summary: summary,
  Question: question,
  Visitor: visitor,
  Delivery: delivery,
  DeliveryDetail: deliveryDetail,
  Changes: changes,
  Error: errorBody,
};

const refusalTexts = {
  400: "A parameter is unknown or its value does not fit; `parameter` names it",
  401: "No valid session or token",
  403: "A session is needed, on a page of this installation",
  404: "There is nothing with this key or id",
  405: "This address does not know the method",
  503: "Not possible at present; try again later",
} as const;

/** The OpenAPI 3.1 description of `/api/v1`, made of the schemas that the routes parse and answer with. */
export function openApi(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(operationId, endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Playhead",
      version: "1",
      description:
        "Conversations of Support Hunt, rebuilt from its webhook's events. Times are ISO 8601 UTC with microseconds. Answers are never cached.",
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token made in Settings, or PLAYHEAD_API_TOKEN. It only reads.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "playhead.session_token",
          description: "Signing in sets it.",
        },
      },
    },
  };
}

function operation(operationId: string, endpoint: Endpoint): Json {
  const answered = endpoint.mediaTypes ?? ["application/json"];
  return {
    operationId,
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    ...(endpoint.method !== "get" ? { security: [{ session: [] }] } : {}),
    parameters: [
      ...pathParameters(endpoint.path),
      ...(endpoint.takesFilters ? filterParameters() : []),
      ...Object.entries(endpoint.query.shape).map(([name, schema]) => queryParameter(name, schema)),
    ],
    ...(endpoint.body === null
      ? {}
      : { requestBody: { required: true, ...content(["application/json"], endpoint.body) } }),
    responses: {
      200: { description: endpoint.summary, ...content(answered, endpoint.answer) },
      ...refusals(endpoint.refusals),
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function filterParameters(): Json[] {
  const variables = variableTestNames.map((test) => ({
    name: `${variablePrefixes[test]}{name}`,
    in: "query",
    description: `${variableTestTexts[test]} Repeating it means ${test === "not" ? "none" : "any"} of the values.`,
    schema: { type: "array", items: { type: "string" } },
  }));
  return [...filterNames.map(filterParameter), ...variables];
}

function filterParameter(name: FilterName): Json {
  const { definition, how, isList, key } = filterOf(name);
  const value = { type: "string", ...(definition.only === undefined ? {} : { enum: definition.only }) };
  const description = {
    any: definition.description,
    all: `As \`${key}\`, but repeating it means all of them.`,
    none: `None of these values; written as for \`${key}\`.`,
  }[how];
  const schema = isList ? { type: "array", items: value, maxItems: definition.most ?? 100 } : value;
  return {
    name,
    in: "query",
    required: false,
    description,
    schema,
    ...(isList ? { style: "form", explode: true } : {}),
  };
}

function queryParameter(name: string, schema: z.core.$ZodType): Json {
  const { description, default: usual, ...rest } = schemaOf(schema);
  const isList = rest.type === "array";
  return {
    name,
    in: "query",
    required: false,
    ...(description === undefined ? {} : { description }),
    schema: { ...withoutNull(rest), ...(usual === undefined || usual === null || isList ? {} : { default: usual }) },
    ...(isList ? { style: "form", explode: true } : {}),
  };
}

/** An absent parameter is null to the program and nothing to the caller. */
function withoutNull(schema: Json): Json {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  return { ...rest, ...anyOf.find((alternative) => alternative.type !== "null") };
}

function refusals(more: readonly (keyof typeof refusalTexts)[]): Json {
  const statuses = [400, 401, 405, ...more] as const;
  const error = { $ref: "#/components/schemas/Error" };
  return Object.fromEntries(statuses.map((status) => [status, json(refusalTexts[status], error)]));
}

function json(description: string, schema: Json): Json {
  return { description, content: { "application/json": { schema } } };
}

function content(mediaTypes: readonly string[], schema: z.core.$ZodType): Json {
  const schemaIn = (type: string) => schemaOf(type.startsWith("text/") ? z.string() : schema);
  return { content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaIn(type) }])) };
}

function componentSchemas(): Json {
  return Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, schemaOf(schema, name)]));
}

/** JSON Schema of what a schema gives, with references to the components in it (but to itself). */
function schemaOf(schema: z.core.$ZodType, itself?: string): Json {
  const names = new Map<unknown, string>(Object.entries(components).map(([name, component]) => [component, name]));
  const made = z.toJSONSchema(schema, {
    io: "output",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema);
      if (name !== undefined && name !== itself) replace(jsonSchema, { $ref: `#/components/schemas/${name}` });
      else if (jsonSchema.recordOf instanceof z.ZodType) {
        replace(jsonSchema, { type: "object", additionalProperties: schemaOf(jsonSchema.recordOf) });
      }
    },
  });
  const { $schema: _, ...rest } = made;
  return rest;
}

function replace(target: Json, by: Json): void {
  for (const name of Object.keys(target)) delete target[name];
  Object.assign(target, by);
}
