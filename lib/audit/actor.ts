import type { ActorKind } from "@/lib/access/audit-actions";

/** Who did something, as the logs record it. */
export interface Actor {
  readonly kind: ActorKind;
  /** The id of the user or API token; null if there is none. */
  readonly id: string | null;
  readonly name: string;
  /** A user's role. */
  readonly role: string | null;
  /** The client's address. */
  readonly ip: string | null;
}

/** The `npm run …` commands: whoever can use the server's terminal. */
export const commandLine: Actor = { kind: "system", id: null, name: "command line", role: null, ip: null };

/** The server itself, following its environment. */
export const server: Actor = { kind: "system", id: null, name: "server", role: null, ip: null };

/** Someone who is not signed in. */
export function stranger(ip: string | null): Actor {
  return { kind: "stranger", id: null, name: "not signed in", role: null, ip };
}
