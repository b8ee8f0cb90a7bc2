import { Ajv2020 } from "ajv/dist/2020.js";
import createClient from "openapi-fetch";
import { z } from "zod";

const parsed = z.object({
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
        responses: z.record(z.string(), z.looseObject({})),
      }),
    ),
  ),
  components: z.object({
    responses: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.object({ session: z.object({ in: z.literal("cookie"), name: z.string() }) }),
  }),
});

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** The names of the accepted security schemes. */
  schemes: string[];
  statuses: number[];
}

export interface SentInput {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  header?: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  mediaType: string;
  text: string;
}

/** An API as described by its OpenAPI document, which alone determines requests and validates responses. */
export class DocumentedApi {
  readonly operations: readonly Operation[];
  readonly sessionCookie: string;
  readonly #basePath: string;
  readonly #document: unknown;
  readonly #ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });

  constructor(document: object) {
    const { servers, paths, components } = parsed.parse(document);
    this.#document = document;
    this.#basePath = servers[0].url;
    this.sessionCookie = components.securitySchemes.session.name;
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, security, responses }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        schemes: (security ?? [{ token: [] }, { session: [] }]).flatMap((scheme) => Object.keys(scheme)),
        statuses: Object.keys(responses).map(Number),
      })),
    );
    // Responses must not contain anything undocumented.
    this.#ajv.addSchema(closed(document) as object, "document");
  }

  /** Sends a request like a client that only has the document. */
  async send(
    serverUrl: string,
    operation: Operation,
    input: SentInput,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const client = createClient<Record<string, never>>({
      baseUrl: serverUrl + this.#basePath,
      querySerializer: { object: { style: "form", explode: true } },
    });
    const { path, query, header, body } = input;
    // The client's types require a document that is known to the compiler.
    const init = { params: { path, query, header }, body, headers, parseAs: "stream" } as never;
    const method = operation.method.toLowerCase() as "get";
    const { response, error } = await client.request(method, operation.path as never, init);
    return {
      status: response.status,
      mediaType: response.headers.get("content-type")?.split(";")[0] ?? "none",
      // The client has read the body of an error, but not of a success.
      text: response.ok ? await textOf(response) : JSON.stringify(error),
    };
  }

  /** The differences between a response and the document; empty if there are none. */
  problemsOf({ method, path }: Operation, { status, mediaType, text }: Answer): string[] {
    const described = this.#resolve(["paths", path, method.toLowerCase(), "responses", String(status)]);
    if (described === null) return [`status ${status} is not documented: ${text}`];
    const schema = this.#ajv.getSchema(`document#${fragmentOf([...described, "content", mediaType, "schema"])}`);
    if (schema === undefined) return [`${mediaType} is not documented`];
    const isValid = schema(mediaType === "application/json" ? JSON.parse(text) : text);
    return isValid ? [] : (schema.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  /** The location of a response's description, which may be under `components`. */
  #resolve(pointer: readonly string[]): readonly string[] | null {
    const found = pointer.reduce<unknown>((value, name) => Object(value)[name], this.#document);
    if (found === undefined) return null;
    const reference = z.object({ $ref: z.string() }).safeParse(found);
    return reference.success ? reference.data.$ref.slice("#/".length).split("/") : pointer;
  }
}

/** The text of a response; of an endless stream, its beginning. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

function fragmentOf(pointer: readonly string[]): string {
  return pointer.map((name) => `/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");
}

/** A copy in which objects allow no additional properties. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]));
  return "properties" in copy ? { additionalProperties: false, ...copy } : copy;
}
