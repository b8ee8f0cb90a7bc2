import type { Role } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";

declare const authenticated: unique symbol;

/** A signed-in user, from a session cookie. */
export interface UserViewer extends Access {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  /** Null for a role that this version does not know: it grants nothing. */
  readonly role: Role | null;
  /** The client's address. */
  readonly address: string | null;
  /** Their role requires a second factor, which they have yet to set up: they have no permissions until then. */
  readonly owesSecondFactor: boolean;
  readonly [authenticated]: true;
}

/** A script with an API token, which changes nothing. */
export interface TokenViewer extends Access {
  readonly kind: "token";
  /** `null` for `PLAYHEAD_API_TOKEN`. */
  readonly tokenId: string | null;
  readonly name: string;
  /** The client's address. */
  readonly address: string | null;
  readonly [authenticated]: true;
}

/**
 * The authenticated subject of a request. Only `authenticate` creates one, so that a function that requires a Viewer cannot be
 * called without authentication: every function of `lib/queries` has it as its first parameter.
 */
export type Viewer = UserViewer | TokenViewer;
