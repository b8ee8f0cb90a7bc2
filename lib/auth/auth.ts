import "server-only";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { passwordWasCorrect, signInSucceeded, takeSignIn } from "@/lib/auth/limits/sign-in-limit";
import { trustedOrigins } from "@/lib/auth/limits/trusted-origins";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords/password";
import { passwordLength } from "@/lib/auth/passwords/password-length";
import { challengedUser, noChallenge, passwordsAreOff, secondFactorIsNew } from "@/lib/auth/second-factor/challenge";
import { codePaths, secondFactorPlugin } from "@/lib/auth/second-factor/plugin";
import { takeCode } from "@/lib/auth/second-factor/take-code";
import { longestSessionHours, readSecurity } from "@/lib/auth/security/security-settings";
import { type Env, env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";
import { type Store, store } from "@/lib/store/connection/client";
import { isPasswordHash } from "@/lib/store/records/auth-accounts";
import { authDatabase } from "@/lib/store/records/auth-database";
import { findSecondFactor } from "@/lib/store/records/second-factors";
import { deleteSession } from "@/lib/store/records/sessions";
import { recordFailedSignIn, recordLink, recordSignIn } from "./record-sign-in";
import { authSecret } from "./secret";

export type Auth = ReturnType<typeof createAuth>;

const instances = new WeakMap<Store, Auth>();

/** Better Auth on the process's store: e-mail and password, sessions in the database, no sign-up. */
export function auth(): Auth {
  const current = instances.get(store()) ?? createAuth(store(), env());
  instances.set(store(), current);
  return current;
}

function createAuth(store: Store, environment: Env) {
  return betterAuth({
    ...authOptions(store, environment),
    plugins: [secondFactorPlugin()],
    hooks: { before: beforeSignIn, after: afterSignIn },
  });
}

/** What all instances of Better Auth share: see also oidc/oidc-auth. */
export function authOptions(store: Store, environment: Env) {
  const { appUrl } = environment;
  const isHttps = appUrl.startsWith("https:");
  return {
    appName: "Playhead",
    baseURL: appUrl,
    secret: authSecret(environment),
    database: authDatabase(store),
    trustedOrigins: (request?: Request) => trustedOrigins(appUrl, request?.headers),
    // Accounts of an identity provider are linked in oidc/admit only. Playhead never uses the provider's tokens.
    account: {
      modelName: "authAccount",
      updateAccountOnSignIn: false,
      accountLinking: { disableImplicitLinking: true },
    },
    databaseHooks: {
      account: { create: { before: withoutTokens, after: linkWasMade }, update: { before: withoutTokens } },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "agent", input: false },
        scope: { type: "string", required: false, input: false },
      },
    },
    // Every request reads its session, and none is extended, so that revoking one takes effect immediately; see session-use for
    // idle sessions.
    session: { expiresIn: longestSessionHours * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: {
        hash: (password: string) => orUnavailable(hashPassword(password)),
        // Hashing takes a while, in which the password may have been replaced.
        verify: async (attempt: { hash: string; password: string }) =>
          (await orUnavailable(verifyPassword(attempt))) && isPasswordHash(store, attempt.hash),
      },
    },
    // Better Auth's rate limit uses an address that clients can forge: see sign-in-limit.
    rateLimit: { enabled: false },
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
    onAPIError: { throw: true, errorURL: "/sign-in" },
    logger: {
      level: "error",
      log: (_level: string, message: string, ...values: unknown[]) => {
        const err = values.find((value) => value instanceof Error);
        log().error(err === undefined ? {} : { err }, `Better Auth: ${message}`);
      },
    },
  } satisfies BetterAuthOptions;
}

const beforeSignIn = createAuthMiddleware(async (ctx) => {
  const { path, body, headers } = ctx;
  if (path === "/sign-in/email" && typeof body?.email === "string") {
    if (!(await readSecurity()).passwordSignIn) throw passwordsAreOff();
    await limitSignIn(body.email, headers);
  }
  // Codes that confirm a setup are checked in second-factor/manage, which calls the plugin without a request.
  if ((path === codePaths.totp || path === codePaths.backup) && ctx.request !== undefined) {
    const user = await challengedUser(ctx);
    if (user === null) throw noChallenge();
    await limitSignIn(user.email, headers);
    if (path === codePaths.backup || (await takeCode(ctx.context.secretConfig, user.id, String(body?.code)))) return;
    await recordFailedSignIn(user.email, headers, "wrong code");
    // The plugin counts the failure.
    return { context: { body: { code: "" } } };
  }
});

/** @throws APIError 429 */
async function limitSignIn(email: string, headers: Headers | undefined): Promise<void> {
  const attempt = takeSignIn(email, headers);
  if (attempt.allowed) return;
  await recordFailedSignIn(email, headers, "too many attempts");
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts from your address. Wait a few minutes, then try again." },
    { "Retry-After": String(attempt.retryAfterSeconds) },
  );
}

/** A rejected password hashing is a 503, not a wrong password. */
async function orUnavailable<Result>(hashing: Promise<Result>): Promise<Result> {
  return hashing.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    const body = { code: "UNAVAILABLE", message: error.message };
    throw new APIError("SERVICE_UNAVAILABLE", body, { "Retry-After": "5" });
  });
}

/** The plugin removes the session of a correct password after this hook if a second factor is due. */
const afterSignIn = createAuthMiddleware(async (ctx) => {
  const { path, body, request, headers, context } = ctx;
  const { newSession, returned } = context;
  const isPassword = path === "/sign-in/email";
  const isCode = (path === codePaths.totp || path === codePaths.backup) && request !== undefined;
  if (newSession === null) {
    const isEntered = isPassword && typeof body?.email === "string";
    if (isEntered && isUnauthorised(returned))
      await recordFailedSignIn(body.email, headers, "wrong e-mail or password");
    // A wrong code of an app is recorded before the plugin sees it.
    if (path === codePaths.backup && isUnauthorised(returned)) {
      const user = await challengedUser(ctx);
      if (user !== null) await recordFailedSignIn(user.email, headers, "wrong code");
    }
    return;
  }
  const { id, email, twoFactorEnabled } = newSession.user;
  if (isPassword && twoFactorEnabled) return passwordWasCorrect(headers);
  // Whoever changes these ends only the sessions that there are, so they are read after this one began.
  const refusal = isPassword || isCode ? await refusalSince(id, isPassword) : null;
  if (refusal !== null) {
    await deleteSession(store(), { id: newSession.session.id });
    throw refusal;
  }
  if (isPassword || isCode) signInSucceeded(email, headers);
  await recordSignIn(newSession, headers);
});

/** What has changed since a sign-in began, so that it must not succeed. */
async function refusalSince(userId: string, isPassword: boolean): Promise<APIError | null> {
  if (!(await readSecurity()).passwordSignIn) return passwordsAreOff();
  return isPassword && (await findSecondFactor(store(), userId))?.verified ? secondFactorIsNew() : null;
}

function isUnauthorised(returned: unknown): boolean {
  return returned instanceof APIError && returned.status === "UNAUTHORIZED";
}

async function withoutTokens<Account extends object>(account: Account) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
}

/** Better Auth makes accounts only when users link theirs. */
async function linkWasMade({ userId }: { userId: string }, context: { headers?: Headers | undefined } | null) {
  await recordLink(userId, context?.headers);
}
