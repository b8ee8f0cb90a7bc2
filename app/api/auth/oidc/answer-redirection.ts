import "server-only";
import type { Redirection } from "@/lib/auth/oidc/start-sign-in";

/** The page opens the address itself. */
export function answerRedirection({ url, cookies }: Redirection): Response {
  const response = Response.json({ url });
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}
