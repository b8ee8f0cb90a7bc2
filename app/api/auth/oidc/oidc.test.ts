import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { GET as comeBack } from "@/app/api/auth/callback/oidc/route";
import { POST as signIn } from "@/app/api/auth/sign-in/email/route";
import { addAccount, addInvitedAccount } from "@/lib/auth/accounts";
import { authenticate } from "@/lib/auth/authenticate";
import { env } from "@/lib/env/env";
import type { OidcSettings } from "@/lib/env/oidc";
import { CookieJar } from "@/lib/testing/access/cookie-jar";
import { type Forgery, oidcClient, type Person, startOidcProvider } from "@/lib/testing/access/oidc-provider";
import { describeEachDatabase } from "@/lib/testing/databases";
import { resetAttemptLimits } from "@/lib/testing/reset-attempt-limits";
import { useStore } from "@/lib/testing/use-store";
import { POST as startLink } from "./link/route";
import { POST as start } from "./route";

const provider = await startOidcProvider();
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("OIDC_ISSUER", provider.issuer);
vi.stubEnv("OIDC_CLIENT_ID", oidcClient.id);
vi.stubEnv("OIDC_CLIENT_SECRET", oidcClient.secret);
vi.stubEnv("OIDC_ALLOWED_DOMAINS", "example.com");

const ines: Person = { sub: "ines-1", email: "Ines@example.com", email_verified: true, name: "Ines" };
const password = "a kettle on the moon";

afterAll(() => provider.close());

describeEachDatabase("single sign-on", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeEach(async () => {
    resetAttemptLimits();
    store = await openStore();
    useStore(store);
    await store.records.user.create({ data: { id: "1", name: "Kim", email: "kim@example.com", role: "viewer" } });
    provider.person = ines;
    provider.forgery = {};
    configure({ allowedDomains: ["example.com"], groups: null });
  });

  it("makes an account for a verified address of an allowed domain, with PKCE, state and nonce", async () => {
    const jar = new CookieJar("203.0.113.1");
    expect(await goThrough(jar, { next: "/visitors" })).toBe("/visitors");
    expect(provider.asked.get("code_challenge_method")).toBe("S256");
    expect(provider.asked.get("scope")?.split(" ").sort()).toEqual(["email", "openid", "profile"]);
    for (const name of ["state", "nonce"]) expect(provider.asked.get(name)?.length).toBeGreaterThanOrEqual(32);
    expect(await authenticate(jar.headers)).toMatchObject({ name: "Ines", email: "ines@example.com", role: "viewer" });
    expect(await actions()).toEqual(["user.create", "session.create"]);
    const [account] = await store.records.authAccount.findMany();
    expect(account).toMatchObject({ providerId: "oidc", accessToken: null, refreshToken: null, idToken: null });

    const again = new CookieJar("203.0.113.1");
    provider.person = { ...ines, email: "ines.married@example.com", name: "Other" };
    expect(await goThrough(again)).toBe("/");
    expect(await store.records.user.count()).toBe(2);
    expect(await authenticate(again.headers)).toMatchObject({ email: "ines@example.com" });
  });

  it.each<[string, Forgery]>([
    ["another nonce", { claims: { nonce: "a nonce of another sign-in" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["another issuer", { issuer: "https://login.example.org" }],
    ["another audience", { audience: "another-client" }],
    ["several audiences, made for another", { claims: { azp: "another-client" } }],
    ["an expired token", { expiresIn: -120 }],
    ["alg: none", { signature: "none" }],
    ["another key", { signature: "another key" }],
    ["the client's secret as the key", { signature: "client secret" }],
    ["no ID token", { withoutIdToken: true }],
    ["no subject", { claims: { sub: undefined } }],
  ])("refuses %s", async (_name, forgery) => {
    provider.forgery = forgery;
    await isRefused({}, "/sign-in?error=unable_to_get_user_info");
  });

  it.each([[false], ["false"], [undefined], [1]])("refuses an address whose email_verified is %j", async (verified) => {
    provider.person = { ...ines, email_verified: verified as boolean };
    await isRefused({}, "/sign-in?error=email_not_verified");
  });

  it("refuses other domains, those that only look alike too", async () => {
    for (const email of [
      "ines@example.org",
      "ines@sub.example.com",
      "ines@example.com.example.org",
      "a@example.com@b.org",
    ]) {
      provider.person = { ...ines, email };
      await isRefused({}, "/sign-in?error=not_allowed");
    }
    configure({ allowedDomains: [], groups: null });
    provider.person = ines;
    await isRefused({}, "/sign-in?error=not_allowed");
  });

  it("gives the role of a group at each sign-in, and refuses people without a listed group", async () => {
    const roles = [
      ["dpo", "privacy"],
      ["support-leads", "agent"],
    ] as const;
    configure({ allowedDomains: ["example.com"], groups: { claim: "realm_access.roles", roles } });
    const inGroups = (...groups: string[]) => ({ ...ines, email: "ines@example.org", realm_access: { roles: groups } });
    provider.person = inGroups("support-leads", "dpo");
    expect(await roleAfterSignIn()).toBe("privacy");
    provider.person = inGroups("support-leads", "others");
    expect(await roleAfterSignIn()).toBe("agent");
    provider.person = inGroups("others");
    await isRefused({}, "/sign-in?error=no_group", 2);
    provider.person = ines;
    await isRefused({}, "/sign-in?error=no_group", 2);
  });

  it("makes no first account but an admin's", async () => {
    await store.records.user.deleteMany();
    await isRefused({}, "/sign-in?error=not_allowed");
    const roles = [
      ["a", "admin"],
      ["v", "viewer"],
    ] as const;
    configure({ allowedDomains: [], groups: { claim: "groups", roles } });
    provider.person = { ...ines, groups: ["v"] };
    await isRefused({}, "/sign-in?error=not_allowed");
    provider.person = { ...ines, groups: ["a"] };
    expect(await roleAfterSignIn()).toBe("admin");
  });

  it("demotes an admin whose group has another role, but not the only one", async () => {
    configure({
      allowedDomains: [],
      groups: {
        claim: "groups",
        roles: [
          ["a", "admin"],
          ["v", "viewer"],
        ],
      },
    });
    provider.person = { ...ines, groups: "a" };
    expect(await roleAfterSignIn()).toBe("admin");
    provider.person = { ...ines, groups: ["v"] };
    expect(await roleAfterSignIn()).toBe("admin");
    await addAccount({ name: "Second", email: "second@example.com", password, role: "admin" });
    expect(await roleAfterSignIn()).toBe("viewer");
  });

  it("uses a state once, and only in the browser that began", async () => {
    const jar = new CookieJar("203.0.113.1");
    const callback = await callbackOf(jar, {});
    const cookies = new Map(jar.cookies);
    const thief = new CookieJar("203.0.113.2");
    expect(locationOf(await thief.get(comeBack, callback))).toMatch(/^\/sign-in\?.*error=state_mismatch/);
    expect(await authenticate(thief.headers)).toBeNull();

    const other = new CookieJar("203.0.113.1");
    const second = await callbackOf(other, {});
    expect(locationOf(await other.get(comeBack, second))).toBe("/");
    for (const [name, value] of cookies) if (!other.cookies.has(name)) other.cookies.set(name, value);
    const replay = new CookieJar("203.0.113.3");
    for (const [name, value] of other.cookies) replay.cookies.set(name, value);
    expect(locationOf(await replay.get(comeBack, second))).toMatch(/error=state_mismatch/);
  });

  it("does not link an account by its address, verified or not", async () => {
    await addAccount({ name: "Ines", email: "ines@example.com", password, role: "admin" });
    await isRefused({}, "/sign-in?error=account_not_linked");
    await store.records.user.updateMany({ data: { emailVerified: true } });
    await isRefused({}, "/sign-in?error=account_not_linked");
  });

  it("links an account while its user is signed in, if the address is theirs", async () => {
    await addAccount({ name: "Ines", email: "ines@example.com", password, role: "agent" });
    const jar = new CookieJar("203.0.113.1");
    await jar.post(signIn, "/api/auth/sign-in/email", { email: "ines@example.com", password });
    const link = async () => {
      const { url } = await (await jar.post(startLink, "/api/auth/oidc/link", {})).json();
      return locationOf(await jar.get(comeBack, await authorize(url)));
    };
    provider.person = { ...ines, email: "eve@example.com", sub: "eve-1" };
    expect(await link()).toMatch(/^\/settings\/account\?error=email_does_not_match/);
    provider.person = ines;
    expect(await link()).toBe("/settings/account");
    const entry = await store.records.auditEntry.findFirstOrThrow({ where: { action: "user.change" } });
    expect(entry).toMatchObject({ actorName: "Ines", role: "agent", subjectType: "user", ip: "203.0.113.1" });
    expect(JSON.parse(entry.detail ?? "")).toEqual({ changed: ["single sign-on"] });
    expect(await goThrough(new CookieJar("203.0.113.4"))).toBe("/");
    expect(await store.records.user.count()).toBe(2);
    expect(await link()).toBe("/settings/account");
    const [linked] = await store.records.authAccount.findMany({ where: { providerId: "oidc" } });
    expect(linked).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
  });

  it("accepts an invitation once, for the invited address only", async () => {
    configure({ allowedDomains: [], groups: null });
    const invited = await addInvitedAccount({ name: "Ines", email: "ines@example.com", role: "analyst" });
    if (!invited.ok) throw new Error(invited.message);
    const invitation = new URL(invited.inviteUrl).pathname.split("/").at(-1) ?? "";
    await isRefused({}, "/sign-in?error=account_not_linked", 0);
    provider.person = { ...ines, sub: "eve-1", email: "eve@example.com" };
    await isRefused({ invitation }, "/sign-in?error=invitation_of_another", 0);
    provider.person = ines;
    await callbackOf(new CookieJar("203.0.113.2"), { invitation, next: "/visitors" });
    const stored = await store.records.verification.findMany();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(invitation);
    const jar = new CookieJar("203.0.113.1");
    expect(await goThrough(jar, { invitation })).toBe("/");
    expect(await authenticate(jar.headers)).toMatchObject({ userId: invited.userId, role: "analyst" });
    expect(await store.records.invitation.count()).toBe(0);
    provider.person = { ...ines, sub: "another" };
    await isRefused({ invitation }, "/sign-in?error=invitation_used", 1);
  });

  async function actions(): Promise<string[]> {
    const entries = await store.records.auditEntry.findMany({ where: { log: "audit" }, orderBy: { id: "asc" } });
    return entries.map(({ action }) => action);
  }

  /** Expects a redirection to `page`, no session in the browser, and `sessions` in the database. */
  async function isRefused(body: object, page: string, sessions = 0): Promise<void> {
    const users = await store.records.user.count();
    const jar = new CookieJar("203.0.113.1");
    expect(await goThrough(jar, body)).toBe(page);
    expect(await authenticate(jar.headers)).toBeNull();
    expect(await store.records.session.count()).toBe(sessions);
    expect(await store.records.user.count()).toBe(users);
  }
});

async function roleAfterSignIn() {
  const jar = new CookieJar("203.0.113.1");
  await goThrough(jar);
  const viewer = await authenticate(jar.headers);
  return viewer?.kind === "user" ? viewer.role : undefined;
}

/** Signs in; where the browser ends. */
async function goThrough(jar: CookieJar, body: object = {}): Promise<string> {
  return locationOf(await jar.get(comeBack, await callbackOf(jar, body)));
}

async function callbackOf(jar: CookieJar, body: object): Promise<string> {
  const response = await jar.post(start, "/api/auth/oidc", body);
  const { url } = await response.json();
  return authorize(url);
}

/** Visits the provider, which redirects to the path that it returns. */
async function authorize(url: string): Promise<string> {
  const { headers } = await fetch(url, { redirect: "manual" });
  const back = new URL(headers.get("location") ?? "");
  return back.pathname + back.search;
}

function locationOf(response: Response): string {
  expect(response.status).toBe(302);
  return (response.headers.get("location") ?? "").replace("http://localhost:3000", "");
}

function configure(change: Partial<OidcSettings>): void {
  Object.assign(env(), { oidc: { ...env().oidc, ...change } });
}
