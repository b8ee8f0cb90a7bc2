import "server-only";
import { auth } from "./auth";

/** The name of the cookie that carries a session: with the prefix `__Host-` where `APP_URL` is https. */
export async function sessionCookie(): Promise<string> {
  const { authCookies } = await auth().$context;
  return authCookies.sessionToken.name;
}
