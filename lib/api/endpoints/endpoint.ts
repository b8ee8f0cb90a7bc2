export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Method and path of one operation of `/api/v1`. Its input and output are in its definition (definitions.ts). */
export interface Endpoint<Name extends string = string, Path extends string = string> {
  /** The operation's id in the OpenAPI document. */
  readonly name: Name;
  readonly method: Method;
  /** Below `/api/v1`, with `{name}` for each path parameter. */
  readonly path: Path;
}

/** The names of a path's parameters. */
export type PathParts<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParts<Rest>
  : never;
