import "server-only";
import { z } from "zod";
import type { OidcSettings } from "@/lib/env/oidc";

const timeoutMs = 5_000;

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

export type Discovery = { ok: true; sendsSecretInBody: boolean } | { ok: false; message: string };

export function discoveryUrl({ issuer }: OidcSettings): string {
  return `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
}

/** Whether the identity provider answers, and as the issuer that is configured. */
export async function discover(settings: OidcSettings): Promise<Discovery> {
  const url = discoveryUrl(settings);
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
  if (answer === null) return { ok: false, message: `${url} did not answer within 5 seconds.` };
  if (!answer.ok) return { ok: false, message: `${url} answered with status ${answer.status}.` };
  const read = document.safeParse(await answer.json().catch(() => null));
  if (!read.success) return { ok: false, message: `${url} is no discovery document of OpenID Connect.` };
  const { issuer, token_endpoint_auth_methods_supported: methods } = read.data;
  if (!isSameIssuer(issuer, settings)) {
    return { ok: false, message: `The provider calls itself ${issuer}. Write OIDC_ISSUER exactly so.` };
  }
  return { ok: true, sendsSecretInBody: !methods.includes("client_secret_basic") };
}

/** Some providers end their issuer with a slash. */
export function isSameIssuer(issuer: unknown, settings: OidcSettings): boolean {
  return typeof issuer === "string" && issuer.replace(/\/+$/, "") === settings.issuer.replace(/\/+$/, "");
}
