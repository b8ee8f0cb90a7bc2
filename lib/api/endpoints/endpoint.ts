import { type Permission, permissionsThatRead } from "@/lib/access/permissions";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Method, path and permission of one operation of `/api/v1`. Its input and output are in its definition (definitions.ts). */
export interface Endpoint<Name extends string = string, Path extends string = string> {
  /** The operation's id in the OpenAPI document. */
  readonly name: Name;
  readonly method: Method;
  /** Below `/api/v1`, with `{name}` for each path parameter. */
  readonly path: Path;
  /** The permission that it requires; null for every authenticated viewer. */
  readonly permission: Permission | null;
}

/** Whether only a session can call it, as API tokens only read. */
export function needsSession({ method, permission }: Pick<Endpoint, "method" | "permission">): boolean {
  return (
    method !== "GET" || (permission !== null && !(permissionsThatRead as readonly Permission[]).includes(permission))
  );
}

/** The names of a path's parameters. */
export type PathParts<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParts<Rest>
  : never;
