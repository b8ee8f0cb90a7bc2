declare const authenticated: unique symbol;

/** What a person may do: admins also manage users and webhook tokens. */
export type Role = "admin" | "member";

/** A signed-in person, by a session cookie. */
export interface UserViewer {
  readonly kind: "user";
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly [authenticated]: true;
}

/** A script, by an API token: reads everything, changes nothing. */
export interface TokenViewer {
  readonly kind: "token";
  /** `null` for the token of `PLAYHEAD_API_TOKEN`. */
  readonly tokenId: string | null;
  readonly name: string;
  readonly [authenticated]: true;
}

/**
 * Who asks. Only `authenticate` makes one, so a function that takes a Viewer cannot be reached by a stranger: every
 * function of `lib/queries` takes it first.
 */
export type Viewer = UserViewer | TokenViewer;
