import "server-only";
import { oidcAuth } from "./oidc-auth";

/** Signs in who comes back from the identity provider, or redirects with the code of an error. */
export async function answerCallback(request: Request): Promise<Response> {
  const response = await (await oidcAuth()).handler(request);
  if (response.status < 500) return response;
  return new Response(null, { status: 302, headers: { location: "/sign-in?error=unavailable" } });
}
