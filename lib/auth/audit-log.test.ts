import { beforeEach, expect, it, vi } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/email/route";
import { POST as signOut } from "@/app/api/auth/sign-out/route";
import { everything } from "@/lib/access/scope";
import { createFirstAccount, firstAccountCode } from "@/lib/auth/first-account";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { dismiss, restore } from "@/lib/ingest/dismiss";
import { reprocess } from "@/lib/ingest/reprocess";
import { bigintJson } from "@/lib/json/bigint-json";
import { verifyChain } from "@/lib/store/audit/verify-chain";
import { store } from "@/lib/store/connection/client";
import { cookieHeader } from "@/lib/testing/access/cookie-header";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, samples } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { createApiToken, revokeApiToken } from "./api-tokens";
import { authenticate } from "./authenticate";
import { acceptInvitation } from "./invitations";
import { recordFailedSignIn } from "./record-sign-in";
import { revokeAllSessions } from "./sessions";
import { addInvitedUser, addUser, changeUser, removeUser, resetPassword, signOutUser } from "./users";
import type { UserViewer } from "./viewer";
import { createWebhookToken, revokeWebhookToken } from "./webhook-tokens";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const password = "a kettle on the moon";
const ines = { name: "Ines", email: "ines@example.com", password };
/** Each test has its own addresses, because rate limits outlive tests. */
let network = 0;

describeEachDatabase("the audit log", (openStore) => {
  beforeEach(async () => {
    useStore(await openStore());
    network += 1;
    Reflect.deleteProperty(globalThis, "playheadRecordedFailures");
    const code = (await firstAccountCode()) ?? "";
    expect(await createFirstAccount({ ...ines, code })).toMatchObject({ ok: true });
  });

  it("has every change with its maker, before and after, and no secret", async () => {
    const admin = await viewer();
    const secrets = [password];
    const added = await addUser(admin, { name: "Tomek", email: "tomek@example.com", role: "agent" });
    if (!added.ok) throw new Error(added.message);
    const { userId } = added;
    await changeUser(admin, userId, { role: "analyst" });
    const reset = await resetPassword(admin, userId);
    const apiToken = await createApiToken(admin, "Weekly report");
    await revokeApiToken(admin, apiToken.id);
    const webhookToken = await createWebhookToken(admin, "Support Hunt");
    await revokeWebhookToken(admin, webhookToken.id);
    await removeUser(admin, userId);
    const newPassword = "another kettle";
    const change = { currentPassword: password, newPassword, revokeTokens: false };
    expect(await changePassword(admin, change, headers())).toMatchObject({ ok: true });
    await revokeAllSessions(admin);
    secrets.push(added.password, reset?.password ?? "", apiToken.token, webhookToken.token, newPassword);

    const tomek = { type: "user", id: userId };
    expect(await entries()).toMatchObject([
      {
        action: "user.create",
        actor: "stranger not signed in",
        detail: { after: { email: ines.email, role: "admin" } },
      },
      { action: "session.create", actor: "user Ines" },
      { action: "user.create", subject: tomek, detail: { after: { name: "Tomek", role: "agent" } } },
      { action: "user.change", subject: tomek, detail: { before: { role: "agent" }, after: { role: "analyst" } } },
      { action: "user.change", subject: tomek, detail: { changed: ["password"], revokesTokens: true } },
      {
        action: "token.create",
        subject: { type: "api-token", id: apiToken.id },
        detail: { after: { name: "Weekly report" } },
      },
      { action: "token.revoke", subject: { type: "api-token", id: apiToken.id } },
      { action: "token.create", subject: { type: "webhook-token", id: webhookToken.id } },
      { action: "token.revoke", subject: { type: "webhook-token", id: webhookToken.id } },
      { action: "user.delete", subject: tomek, detail: { before: { email: "tomek@example.com", role: "analyst" } } },
      { action: "user.change", subject: { type: "user", id: admin.userId }, detail: { changed: ["password"] } },
      { action: "session.create", actor: "user Ines" },
      { action: "session.revoke", detail: { sessions: "all" } },
    ]);
    const rows = await store().records.auditEntry.findMany();
    expect(rows.slice(1).every(({ role, ip }) => role === "admin" && ip === address())).toBe(true);
    const accounts = await store().records.authAccount.findMany();
    const text = bigintJson(rows);
    for (const secret of [...secrets, ...accounts.map(({ password: hash }) => hash ?? "")]) {
      expect(secret).not.toBe("");
      expect(text).not.toContain(secret);
    }
    expect(await verifyChain(store(), "audit")).toMatchObject({ firstBroken: null });
  });

  it("has invitations, their acceptance and sessions that an admin ends, without the secret of the link", async () => {
    const admin = await viewer();
    const invited = await addInvitedUser(admin, { name: "Kim", email: "kim@example.com", role: "viewer" });
    if (!invited.ok) throw new Error(invited.message);
    const secret = invited.inviteUrl.split("/").at(-1) ?? "";
    expect(await acceptInvitation(secret, "a lantern on the river")).toMatchObject({ ok: true });
    expect(await signOutUser(admin, invited.userId)).toBe(true);
    const subject = { type: "user", id: invited.userId };
    const made = (await entries()).slice(2);
    expect(made).toMatchObject([
      { action: "user.create", actor: "user Ines", subject, detail: { after: { role: "viewer" } } },
      { action: "user.change", actor: "stranger not signed in", subject, detail: { invitation: "accepted" } },
      { action: "session.revoke", actor: "user Ines", subject, detail: { sessions: "all" } },
    ]);
    expect(JSON.stringify(made)).not.toContain(secret);
  });

  it("has sign-ins, failed ones and sign-outs, and nothing that was entered as the address of a stranger", async () => {
    expect((await post(signIn, { email: ines.email, password: "wrong" })).status).toBe(401);
    expect((await post(signIn, { email: "hunter2@secret.example", password: "wrong" })).status).toBe(401);
    const signedIn = await post(signIn, { email: " INES@example.com".trim(), password });
    const cookie = cookieHeader(signedIn.headers);
    expect((await post(signOut, {}, { cookie })).status).toBe(200);
    const made = (await entries()).slice(1);
    expect(made).toMatchObject([
      { action: "session.fail", actor: "stranger not signed in", detail: { email: ines.email } },
      { action: "session.fail", subject: null, detail: { email: null, reason: "wrong e-mail or password" } },
      { action: "session.create", actor: "user Ines" },
      { action: "session.revoke", actor: "user Ines" },
    ]);
    expect(made[3]?.subject).toEqual(made[2]?.subject);
    expect(JSON.stringify(made)).not.toContain("hunter2");
  });

  it("has few of many failed sign-ins of a stranger, and their number", async () => {
    const fail = (ip: string) =>
      recordFailedSignIn(ines.email, new Headers({ "x-forwarded-for": ip }), "wrong e-mail or password");
    for (let attempt = 0; attempt < 50; attempt++) await fail(address(7));
    expect(await entries("session.fail")).toHaveLength(20);
    await fail(address(8));
    expect((await entries("session.fail")).at(-1)).toMatchObject({ detail: { omittedBefore: 30 } });
    for (let attempt = 0; attempt < 600; attempt++) await fail(`198.51.${network}.${attempt % 250}`);
    expect((await entries("session.fail")).length).toBeLessThanOrEqual(500);
  });

  it("has what operators do with deliveries", async () => {
    const admin = await viewer();
    const [sample = ""] = samples().values();
    const [broken, other] = await deliver(store(), "not JSON", "nor this");
    if (broken === undefined || other === undefined) throw new Error("nothing was stored");
    expect(await dismiss(admin, { ids: [broken.id, other.id] })).toBe(2);
    expect(await dismiss(admin, { ids: [broken.id] })).toBe(0);
    expect(await restore(admin, { ids: [broken.id] })).toBe(1);
    expect(await reprocess(admin, broken.id, Buffer.from(sample))).toMatchObject({ ok: true });
    expect(await entries("delivery.%")).toMatchObject([
      { action: "delivery.dismiss", detail: { count: 2, deliveries: [String(broken.id), String(other.id)] } },
      { action: "delivery.restore", subject: { type: "delivery", id: String(broken.id) } },
      {
        action: "delivery.reprocess",
        subject: { type: "delivery", id: String(broken.id) },
        detail: { isEdited: true },
      },
    ]);
  });

  it("and a change are stored together, or neither", async () => {
    const admin = await viewer();
    const chain = await store().records.auditChain.delete({ where: { log: "audit" } });
    const newUser = { name: "Eve", email: "eve@example.com", role: "agent" } as const;
    await expect(addUser(admin, newUser)).rejects.toThrow();
    await expect(createApiToken(admin, "Mine")).rejects.toThrow();
    await expect(createWebhookToken(admin, "Mine")).rejects.toThrow();
    await expect(revokeAllSessions(admin)).rejects.toThrow();
    await expect(changeUser(admin, admin.userId, { scope: everything })).rejects.toThrow();
    expect(await store().records.user.count()).toBe(1);
    expect(await store().records.apiToken.count()).toBe(0);
    expect(await store().records.webhookToken.count()).toBe(0);
    expect(await store().records.session.count()).toBe(1);
    await store().records.auditChain.create({ data: chain });
    expect(await addUser(admin, newUser)).toMatchObject({ ok: true });
    expect(await verifyChain(store(), "audit")).toMatchObject({ firstBroken: null });
  });
});

async function viewer(): Promise<UserViewer> {
  const response = await post(signIn, { email: ines.email, password });
  const cookie = cookieHeader(response.headers);
  const found = await authenticate(headers({ cookie }));
  if (found?.kind !== "user") throw new Error("not signed in");
  return found;
}

function address(host = 1): string {
  return `203.0.${network}.${host}`;
}

function headers(more: Record<string, string> = {}): Headers {
  return new Headers({ "x-forwarded-for": address(), ...more });
}

function post(
  handle: (request: Request) => Promise<Response>,
  body: object,
  more: Record<string, string> = {},
): Promise<Response> {
  const path = handle === signIn ? "sign-in/email" : "sign-out";
  const own = { "content-type": "application/json", origin: "http://localhost:3000", ...more };
  const init = { method: "POST", headers: headers(own), body: JSON.stringify(body) };
  return handle(new Request(`http://localhost:3000/api/auth/${path}`, init));
}

/** Oldest first. */
async function entries(action = "%") {
  const rows = await store().records.auditEntry.findMany({ where: { log: "audit" }, orderBy: { id: "asc" } });
  return rows
    .filter((row) => action === "%" || row.action.startsWith(action.replace("%", "")))
    .map(({ action: of, actorKind, actorName, subjectType, subjectId, detail }) => ({
      action: of,
      actor: `${actorKind} ${actorName}`,
      subject: subjectType === null ? null : { type: subjectType, id: subjectId },
      detail: detail === null ? null : JSON.parse(detail),
    }));
}
