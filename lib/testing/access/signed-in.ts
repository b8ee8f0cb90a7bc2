import type { Role } from "@/lib/access/permissions";
import { everything, type Scope } from "@/lib/access/scope";
import { addAccount } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import { authenticate } from "@/lib/auth/authenticate";
import type { UserViewer } from "@/lib/auth/viewer";
import { cookieHeader } from "./cookie-header";

export interface SignedIn {
  cookie: string;
  viewer: UserViewer;
}

const usualPassword = "a kettle on the moon";

/** Adds a user and signs them in. */
export async function signedIn(name: string, role: Role, scope: Scope = everything): Promise<SignedIn> {
  const email = `${name}@users.example`;
  const added = await addAccount({ name, email, password: usualPassword, role, scope });
  if (!added.ok) throw new Error(added.message);
  const cookie = await signIn({ email, password: usualPassword });
  return { cookie, viewer: await viewerOf(cookie) };
}

/** Signs in with a password. @returns the `Cookie` header of the session */
export async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  const { headers } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true });
  return cookieHeader(headers);
}

/** The viewer of a session. */
export async function viewerOf(cookie: string): Promise<UserViewer> {
  const viewer = await authenticate(new Headers({ cookie }));
  if (viewer?.kind !== "user") throw new Error("The session is not valid.");
  return viewer;
}
