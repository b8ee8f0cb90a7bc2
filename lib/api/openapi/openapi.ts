import { z } from "zod";
import type { Definition } from "@/lib/api/endpoints/definition";
import { definitions } from "@/lib/api/endpoints/definitions";
import { needsSession } from "@/lib/api/endpoints/endpoint";
import { tags } from "@/lib/api/endpoints/tags";
import { documentedErrors, errorResponses } from "./documented-errors";
import { filterParameters, pathParameters, queryParameters } from "./documented-parameters";
import { componentSchemas, type Json, schemaOf } from "./schema-of";

interface Installation {
  /** The public URL: `https://playhead.example.org`. */
  appUrl: string;
  version: string;
  /** The name of this installation's session cookie. */
  sessionCookie: string;
}

/** The OpenAPI 3.1 document of `/api/v1`, generated from the definitions that the routes use. */
export function openApi({ appUrl, version, sessionCookie }: Installation): Json {
  const paths: Record<string, Json> = {};
  for (const definition of Object.values(definitions)) {
    paths[definition.path] = { ...paths[definition.path], [definition.method.toLowerCase()]: operation(definition) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Playhead",
      version,
      summary: "Conversations of Support Hunt, rebuilt from the events of its webhook.",
      description:
        "Times are ISO 8601 in UTC with microseconds. A number that a double cannot hold exactly is a string of its digits. Lists answer `data` and `nextCursor`; pass it as `cursor` to get the next page. New members can be added to answers at any time.",
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "This installation", url: appUrl },
    },
    // Relative, so that it is correct at every URL of the installation.
    servers: [{ url: "/api/v1", description: "This installation" }],
    security: [{ token: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentSchemas(),
      responses: errorResponses(),
      parameters: {
        Origin: {
          name: "Origin",
          in: "header",
          required: true,
          description: "The address of this installation. Browsers send it by themselves.",
          schema: { type: "string" },
          example: appUrl,
        },
      },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description:
            "An API token from Settings, or `PLAYHEAD_API_TOKEN`. It changes nothing, and reads what its permissions and scope allow.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description: "The cookie that signing in sets.",
        },
      },
    },
  };
}

function operation(definition: Definition): Json {
  const { name, method, path, permission, tag, summary, description, takesFilters, query, body, status } = definition;
  const isChange = method !== "GET";
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: [description, ...(permission === null ? [] : [`Requires the permission \`${permission}\`.`])].join(
      " ",
    ),
    ...(needsSession(definition) ? { security: [{ session: [] }] } : {}),
    parameters: [
      ...pathParameters(path),
      ...(takesFilters ? filterParameters(Object.keys(query.shape)) : []),
      ...queryParameters(query),
      ...(isChange ? [{ $ref: "#/components/parameters/Origin" }] : []),
    ],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "sent") } } } }),
    responses: { [status]: { description: summary, content: content(definition) }, ...documentedErrors(definition) },
  };
}

/** Everything but JSON is text or bytes. */
function content({ mediaTypes, answer }: Definition): Json {
  const schemaIn = (mediaType: string) => (mediaType === "application/json" ? answer : z.string());
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaOf(schemaIn(type), "sent") }]));
}
