import "server-only";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { signInSucceeded, takeSignIn } from "@/lib/auth/limits/sign-in-limit";
import { trustedOrigins } from "@/lib/auth/limits/trusted-origins";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords/password";
import { passwordLength } from "@/lib/auth/passwords/password-length";
import { type Env, env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";
import { type Store, store } from "@/lib/store/connection/client";
import { authDatabase } from "@/lib/store/records/auth-database";
import { authSecret } from "./secret";

export type Auth = ReturnType<typeof createAuth>;

const instances = new WeakMap<Store, Auth>();

/** Better Auth on the process's store: e-mail and password, sessions in the database, no sign-up. */
export function auth(): Auth {
  const current = instances.get(store()) ?? createAuth(store(), env());
  instances.set(store(), current);
  return current;
}

const sessionSeconds = 30 * 24 * 60 * 60;

function createAuth(store: Store, environment: Env) {
  const { appUrl } = environment;
  const isHttps = appUrl.startsWith("https:");
  return betterAuth({
    appName: "Playhead",
    baseURL: appUrl,
    secret: authSecret(environment),
    database: authDatabase(store),
    trustedOrigins: (request) => trustedOrigins(appUrl, request?.headers),
    account: { modelName: "authAccount" },
    user: { additionalFields: { role: { type: "string", required: true, defaultValue: "member", input: false } } },
    // Every request reads its session, and none is extended, so that revoking one takes effect immediately; see session-use for
    // idle sessions.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: {
        hash: (password) => orUnavailable(hashPassword(password)),
        verify: (attempt) => orUnavailable(verifyPassword(attempt)),
      },
    },
    // Better Auth's rate limit uses an address that clients can forge: see sign-in-limit.
    rateLimit: { enabled: false },
    hooks: { before: limitSignIn, after: noteSignIn },
    advanced: {
      // Browsers accept a __Host- cookie only over https and from this exact host, so no other subdomain can set one.
      ...(isHttps
        ? { cookiePrefix: "__Host-playhead", defaultCookieAttributes: { secure: true, path: "/" } }
        : { cookiePrefix: "playhead" }),
      useSecureCookies: false,
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    // Internal errors are thrown and handled in one place: app/api/or-refuse.ts.
    onAPIError: { throw: true },
    logger: {
      level: "error",
      log: (_level, message, ...values) => {
        const err = values.find((value) => value instanceof Error);
        log().error(err === undefined ? {} : { err }, `Better Auth: ${message}`);
      },
    },
  });
}

const limitSignIn = createAuthMiddleware(async ({ path, body, headers }) => {
  if (path !== "/sign-in/email" || typeof body?.email !== "string") return;
  const attempt = takeSignIn(body.email, headers);
  if (attempt.allowed) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts from your address. Wait a few minutes, then try again." },
    { "Retry-After": String(attempt.retryAfterSeconds) },
  );
});

/** A rejected password hashing is a 503, not a wrong password. */
async function orUnavailable<Result>(hashing: Promise<Result>): Promise<Result> {
  return hashing.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    const body = { code: "UNAVAILABLE", message: error.message };
    throw new APIError("SERVICE_UNAVAILABLE", body, { "Retry-After": "5" });
  });
}

const noteSignIn = createAuthMiddleware(async ({ path, body, headers, context }) => {
  if (path === "/sign-in/email" && context.newSession !== null) signInSucceeded(body.email, headers);
});
