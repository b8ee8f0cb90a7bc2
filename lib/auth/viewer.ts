declare const authenticated: unique symbol;

/** A user's role: admins also manage users and webhook tokens. */
export type Role = "admin" | "member";

/** A signed-in user, from a session cookie. */
export interface UserViewer {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly [authenticated]: true;
}

/** A script with an API token: reads everything, changes nothing. */
export interface TokenViewer {
  readonly kind: "token";
  /** `null` for `PLAYHEAD_API_TOKEN`. */
  readonly tokenId: string | null;
  readonly name: string;
  readonly [authenticated]: true;
}

/**
 * The authenticated subject of a request. Only `authenticate` creates one, so that a function that requires a Viewer cannot be
 * called without authentication: every function of `lib/queries` has it as its first parameter.
 */
export type Viewer = UserViewer | TokenViewer;
