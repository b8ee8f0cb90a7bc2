import { beforeEach, expect, it, vi } from "vitest";
import { POST as acceptInvitation } from "@/app/api/auth/invitation/route";
import { POST as signIn } from "@/app/api/auth/sign-in/email/route";
import { GET as readConversations } from "@/app/api/v1/conversations/route";
import { GET as readMe } from "@/app/api/v1/me/route";
import { POST as createToken } from "@/app/api/v1/settings/api-tokens/route";
import { POST as startFactor } from "@/app/api/v1/settings/second-factor/route";
import { PATCH as changeSecurity, GET as readSecurity } from "@/app/api/v1/settings/security/route";
import { addAccount, addInvitedAccount } from "@/lib/auth/accounts";
import { env } from "@/lib/env/env";
import { CookieJar } from "@/lib/testing/access/cookie-jar";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventually } from "@/lib/testing/eventually";
import { resetAttemptLimits } from "@/lib/testing/reset-attempt-limits";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const password = "a kettle on the moon";
const hourMs = 3_600_000;
const settings = "/api/v1/settings/security";

describeEachDatabase("Settings → Security", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let admin: CookieJar;

  beforeEach(async () => {
    resetAttemptLimits();
    store = await openStore();
    useStore(store);
    Object.assign(env(), { oidc: null });
    await addAccount({ name: "Ada", email: "ada@example.com", password, role: "admin" });
    await addAccount({ name: "Ines", email: "ines@example.com", password, role: "agent" });
    admin = await signedIn("ada@example.com");
  });

  it("limits sessions from the next request, existing ones too", async () => {
    const age = { createdAt: new Date(Date.now() - 30 * hourMs), updatedAt: new Date(Date.now() - 3 * hourMs) };
    const old = async () => {
      const jar = await signedIn("ines@example.com");
      await store.records.session.updateMany({ where: { user: { email: "ines@example.com" } }, data: age });
      return jar;
    };
    const first = await old();
    expect(await statusOf(first)).toBe(200);
    // Its use was recorded just now.
    await eventually(async () => {
      const [session] = await store.records.session.findMany({ where: { user: { email: "ines@example.com" } } });
      expect(session?.updatedAt.getTime()).toBeGreaterThan(Date.now() - hourMs);
    });
    expect(await change({ sessionHours: 24 })).toBe(200);
    expect(await statusOf(first)).toBe(401);
    expect(await change({ sessionHours: 100, sessionIdleHours: 2 })).toBe(200);
    const second = await old();
    expect(await statusOf(second)).toBe(401);
    expect(await change({ sessionIdleHours: 4 })).toBe(200);
    expect(await statusOf(await old())).toBe(200);
  });

  it("answers 403 with a sentence to everything but the setup if a required second factor is missing", async () => {
    const ines = await signedIn("ines@example.com");
    const { token } = await (await ines.post(createToken, "/api/v1/settings/api-tokens", { name: "Report" })).json();
    expect(await statusWith(token)).toBe(200);
    expect(await change({ secondFactorRoles: ["agent"] })).toBe(200);
    expect(await statusWith(token)).toBe(403);
    for (const response of [
      await ines.get(readConversations, "/api/v1/conversations"),
      await ines.get(readMe, "/api/v1/me"),
      await ines.post(createToken, "/api/v1/settings/api-tokens", { name: "Mine" }),
    ]) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: expect.stringContaining("requires a second factor") });
    }
    expect((await ines.post(startFactor, "/api/v1/settings/second-factor", { password })).status).toBe(200);
    expect(await statusOf(admin)).toBe(200);
    const described = await (await admin.get(readSecurity, settings)).json();
    expect(described.secondFactors).toContainEqual({ role: "agent", users: 1, protected: 0 });
    expect(await change({ secondFactorRoles: [] })).toBe(200);
    expect(await statusOf(ines)).toBe(200);
    expect(await statusWith(token)).toBe(200);
  });

  it("switches passwords off only with single sign-on and a linked account of the admin, and then refuses them", async () => {
    expect(await change({ passwordSignIn: false })).toBe(409);
    const provider = { issuer: "http://127.0.0.1:9", clientId: "a", clientSecret: "b", name: "Acme" };
    Object.assign(env(), { oidc: { ...provider, allowedDomains: [], groups: null } });
    expect(await change({ passwordSignIn: false })).toBe(409);
    const { id: userId } = await store.records.user.findFirstOrThrow({ where: { email: "ada@example.com" } });
    await store.records.authAccount.create({ data: { id: "1", userId, providerId: "oidc", accountId: "1" } });
    const invited = await addInvitedAccount({ name: "Kim", email: "kim@example.com", role: "agent" });
    if (!invited.ok) throw new Error(invited.message);
    const ines = await signedIn("ines@example.com");
    expect(await change({ passwordSignIn: false })).toBe(200);
    expect(await statusOf(ines)).toBe(401);
    const jar = new CookieJar("203.0.113.1");
    const refused = await jar.post(signIn, "/api/auth/sign-in/email", { email: "ada@example.com", password });
    expect(refused.status).toBe(403);
    const secret = invited.inviteUrl.split("/").at(-1);
    expect((await jar.post(acceptInvitation, "/api/auth/invitation", { secret, password })).status).toBe(400);
    expect(await store.records.invitation.count()).toBe(1);
    expect(await statusOf(admin)).toBe(200);
    expect(await change({ passwordSignIn: true })).toBe(200);
    await signedIn("ada@example.com");
  });

  it("is for admins", async () => {
    const ines = await signedIn("ines@example.com");
    expect((await ines.get(readSecurity, settings)).status).toBe(403);
    expect((await ines.post(changeSecurity, settings, { sessionHours: 5 }, "PATCH")).status).toBe(403);
  });

  async function change(body: object): Promise<number> {
    return (await admin.post(changeSecurity, settings, body, "PATCH")).status;
  }
});

async function signedIn(email: string): Promise<CookieJar> {
  const jar = new CookieJar("203.0.113.1");
  expect((await jar.post(signIn, "/api/auth/sign-in/email", { email, password })).status).toBe(200);
  return jar;
}

async function statusOf(jar: CookieJar): Promise<number> {
  return (await jar.get(readConversations, "/api/v1/conversations")).status;
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await readConversations(new Request("http://localhost:3000/api/v1/conversations", { headers }))).status;
}
