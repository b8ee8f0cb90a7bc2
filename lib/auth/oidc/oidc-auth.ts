import "server-only";
import { betterAuth } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { authOptions } from "@/lib/auth/auth";
import { recordSignIn } from "@/lib/auth/record-sign-in";
import { type Env, env } from "@/lib/env/env";
import type { OidcSettings } from "@/lib/env/oidc";
import { AppError } from "@/lib/errors/app-error";
import { type Store, store } from "@/lib/store/connection/client";
import { oidcProvider } from "@/lib/store/records/auth-accounts";
import { discover, discoveryUrl } from "./discovery";
import { identify } from "./identify";

type OidcAuth = ReturnType<typeof createOidcAuth>;

const instances = new WeakMap<Store, Promise<OidcAuth>>();

/**
 * Better Auth with the identity provider, for single sign-on only: its plugin waits for the provider when it starts, and all other
 * requests must not.
 *
 * @throws AppError not_found without single sign-on, too_busy if the provider cannot be reached
 */
export async function oidcAuth(): Promise<OidcAuth> {
  const { oidc } = env();
  if (oidc === null) throw new AppError("not_found", "Single sign-on is not set up.");
  const current = instances.get(store()) ?? connect(oidc);
  instances.set(store(), current);
  return current.catch((error) => {
    instances.delete(store());
    throw error;
  });
}

async function connect(settings: OidcSettings): Promise<OidcAuth> {
  const discovery = await discover(settings);
  if (!discovery.ok) throw new AppError("too_busy", `${settings.name} cannot be reached. ${discovery.message}`);
  return createOidcAuth(store(), env(), settings, discovery.sendsSecretInBody);
}

const recordCallback = createAuthMiddleware(async ({ headers, context: { newSession } }) => {
  if (newSession !== null) await recordSignIn(newSession, headers);
});

function createOidcAuth(store: Store, environment: Env, settings: OidcSettings, sendsSecretInBody: boolean) {
  const { clientId, clientSecret, name } = settings;
  return betterAuth({
    ...authOptions(store, environment),
    hooks: { after: recordCallback },
    plugins: [
      genericOAuth({
        config: [
          {
            ...{ providerId: oidcProvider, name, clientId, clientSecret },
            discoveryUrl: discoveryUrl(settings),
            scopes: ["openid", "email", "profile"],
            pkce: true,
            authentication: sendsSecretInBody ? "post" : "basic",
            requireIdTokenVerification: true,
            // Accounts are made and linked in admit only.
            disableSignUp: true,
            getUserInfo: (tokens) => identify(tokens.idToken ?? null),
            accountSubject: ({ profile }) => String(profile.accountId),
          },
        ],
      }),
    ],
  });
}
