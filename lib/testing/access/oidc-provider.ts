import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { freePort } from "@/lib/testing/processes/free-port";

/** What an ID token says about the person; further claims such as groups are passed on. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  [claim: string]: unknown;
}

/** How the next ID tokens differ from what OpenID Connect requires. */
export interface Forgery {
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  expiresIn?: number;
  signature?: "none" | "another key" | "client secret";
  withoutIdToken?: boolean;
}

export const oidcClient = { id: "playhead", secret: "a secret of the client, of 32 bytes and more" };

/**
 * An identity provider that signs everybody in as `person` without asking. It demands what a strict provider demands: the client's
 * secret, each code once, PKCE, a nonce, and the redirection address of the request.
 */
export async function startOidcProvider() {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const [key, otherKey] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(key.publicKey)), kid: "1", alg: "RS256", use: "sig" };
  const codes = new Map<string, URLSearchParams>();
  const provider = {
    issuer,
    person: { sub: "1" } as Person,
    forgery: {} as Forgery,
    /** The parameters of the last authorization. */
    asked: new URLSearchParams(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration") return send(200, discovery(issuer));
    if (url.pathname === "/jwks") return send(200, { keys: [jwk] });
    if (url.pathname === "/authorize") {
      const code = randomBytes(8).toString("hex");
      codes.set(code, url.searchParams);
      provider.asked = url.searchParams;
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.search = String(new URLSearchParams({ code, state: url.searchParams.get("state") ?? "", iss: issuer }));
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname !== "/token") return send(404, {});
    const sent = new URLSearchParams(await text(request));
    const asked = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    if (asked === undefined || !isProven(request, sent, asked)) return send(400, { error: "invalid_grant" });
    const idToken = provider.forgery.withoutIdToken ? {} : { id_token: await sign(asked.get("nonce")) };
    return send(200, { access_token: "an access token", token_type: "Bearer", expires_in: 60, ...idToken });
  });

  async function sign(nonce: string | null): Promise<string> {
    const { claims, issuer: iss = issuer, audience = oidcClient.id, expiresIn = 60, signature } = provider.forgery;
    const now = Math.floor(Date.now() / 1000);
    const payload = { ...provider.person, ...(nonce !== null && { nonce }), ...claims };
    const common = { ...payload, iss, aud: audience, iat: now - 60, exp: now + expiresIn };
    if (signature === "none") return new UnsecuredJWT(common).encode();
    if (signature === "client secret") {
      return new SignJWT(common).setProtectedHeader({ alg: "HS256", kid: "1" }).sign(Buffer.from(oidcClient.secret));
    }
    const { privateKey } = signature === "another key" ? otherKey : key;
    return new SignJWT(common).setProtectedHeader({ alg: "RS256", kid: "1" }).sign(privateKey);
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return provider;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
  };
}

function isProven({ headers }: IncomingMessage, sent: URLSearchParams, asked: URLSearchParams): boolean {
  const [, basic = ""] = /^Basic (.+)$/.exec(headers.authorization ?? "") ?? [];
  const [id, secret] = Buffer.from(basic, "base64").toString().split(":").map(decodeForm);
  const challenge = createHash("sha256")
    .update(sent.get("code_verifier") ?? "")
    .digest("base64url");
  return (
    id === oidcClient.id &&
    secret === oidcClient.secret &&
    asked.get("code_challenge_method") === "S256" &&
    asked.get("code_challenge") === challenge &&
    (asked.get("nonce") ?? "").length >= 16 &&
    asked.get("redirect_uri") === sent.get("redirect_uri")
  );
}

function decodeForm(part: string): string {
  return decodeURIComponent(part.replaceAll("+", " "));
}
