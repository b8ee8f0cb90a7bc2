import "server-only";
import { auth } from "./auth";

/** The name of the session cookie: with the prefix `__Host-` if `APP_URL` is https. */
export async function sessionCookie(): Promise<string> {
  const { authCookies } = await auth().$context;
  return authCookies.sessionToken.name;
}
