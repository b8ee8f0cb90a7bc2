import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { type Env, env } from "@/lib/env/env";
import { type Store, store } from "@/lib/store/client";
import { hashPassword, verifyPassword } from "./password";
import { passwordLength } from "./password-rules";
import { authSecret } from "./secret";
import { signInSucceeded, takeSignIn } from "./sign-in-limit";
import { trustedOrigins } from "./trusted-origins";

export type Auth = ReturnType<typeof createAuth>;

const instances = new WeakMap<Store, Auth>();

/** Better Auth on the process's store: e-mail and password, sessions in the database, no sign-up. */
export function auth(): Auth {
  const current = instances.get(store()) ?? createAuth(store(), env());
  instances.set(store(), current);
  return current;
}

const sessionSeconds = 30 * 24 * 60 * 60;

function createAuth({ reader, dialect }: Store, environment: Env) {
  const { appUrl } = environment;
  return betterAuth({
    appName: "Playhead",
    baseURL: appUrl,
    secret: authSecret(environment),
    database: prismaAdapter(reader, { provider: dialect }),
    trustedOrigins: (request) => trustedOrigins(appUrl, request?.headers),
    account: { modelName: "authAccount" },
    user: { additionalFields: { role: { type: "string", required: true, defaultValue: "member", input: false } } },
    // A session is looked up at every request and never prolonged: a revoked one ends at once, and reading writes nothing.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Its own limiter goes by the network address alone, which a client without a proxy before us makes up: see sign-in-limit.
    rateLimit: { enabled: false },
    hooks: { before: limitSignIn, after: noteSignIn },
    advanced: { cookiePrefix: "playhead", useSecureCookies: appUrl.startsWith("https:"), disableOriginCheck: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

const limitSignIn = createAuthMiddleware(async ({ path, body, headers }) => {
  if (path !== "/sign-in/email" || typeof body?.email !== "string") return;
  const attempt = await takeSignIn(body.email, headers);
  if (attempt.allowed) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts. Wait a little, then try again." },
    { "Retry-After": String(attempt.retryAfterSeconds) },
  );
});

const noteSignIn = createAuthMiddleware(async ({ path, body, headers, context }) => {
  if (path === "/sign-in/email" && context.newSession !== null) await signInSucceeded(body.email, headers);
});
