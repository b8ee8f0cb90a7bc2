import { beforeEach, expect, it, vi } from "vitest";
import type { Role } from "@/lib/access/permissions";
import { everything } from "@/lib/access/scope";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { bigintJson } from "@/lib/json/bigint-json";
import { store } from "@/lib/store/connection/client";
import { signIn, viewerOf } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { addAccount } from "./accounts";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";
import { authenticate } from "./authenticate";
import { changeAccess } from "./change-account";
import { changeSecurity, describeSecurity } from "./security/manage-security";
import { listSessions, revokeAllSessions, revokeSession } from "./sessions";
import { addUser, changeUser, listUsers, removeUser, resetPassword } from "./users";
import type { UserViewer } from "./viewer";
import { createWebhookToken, listWebhookTokens, revokeWebhookToken } from "./webhook-tokens";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const password = "a kettle on the moon";

describeEachDatabase("settings", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("stores only the hash of an API token, and rejects the token once it is revoked", async () => {
    const { viewer } = await signedIn("ines@example.com", "agent");
    const { id, token } = await createApiToken(viewer, "Weekly report");
    const [row] = await store().records.apiToken.findMany();
    expect(bigintJson(row)).not.toContain(token);

    expect(await authenticate(bearer(token))).toMatchObject({ kind: "token", tokenId: id, name: "Weekly report" });
    expect(await listApiTokens(viewer)).toMatchObject([{ hint: token.slice(-4), lastUsedAt: expect.any(String) }]);

    expect(await revokeApiToken(viewer, id)).toBe(true);
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await listApiTokens(viewer)).toEqual([]);
  });

  it("allows a member to see and revoke their own API tokens, and an admin all", async () => {
    const ines = await signedIn("ines@example.com", "agent");
    const lian = await signedIn("lian@example.com", "agent");
    const admin = await signedIn("admin@example.com", "admin");
    const { id } = await createApiToken(ines.viewer, "Of Ines");
    expect(await listApiTokens(lian.viewer)).toEqual([]);
    expect(await revokeApiToken(lian.viewer, id)).toBe(false);
    expect(await listApiTokens(admin.viewer)).toMatchObject([{ madeBy: "ines" }]);
    expect(await revokeApiToken(admin.viewer, id)).toBe(true);
  });

  it("allows only admins to manage users and webhook tokens", async () => {
    const { viewer } = await signedIn("ines@example.com", "agent");
    const other = { name: "Eve", email: "eve@example.com", role: "admin" } as const;
    const forbidden = { code: "forbidden" };
    await expect(listUsers(viewer)).rejects.toMatchObject(forbidden);
    await expect(addUser(viewer, other)).rejects.toMatchObject(forbidden);
    await expect(changeUser(viewer, viewer.userId, { role: "admin" })).rejects.toMatchObject(forbidden);
    await expect(resetPassword(viewer, viewer.userId)).rejects.toMatchObject(forbidden);
    await expect(removeUser(viewer, viewer.userId)).rejects.toMatchObject(forbidden);
    await expect(listWebhookTokens(viewer)).rejects.toMatchObject(forbidden);
    await expect(createWebhookToken(viewer, "Mine")).rejects.toMatchObject(forbidden);
    await expect(revokeWebhookToken(viewer, "any")).rejects.toMatchObject(forbidden);
  });

  it("allows an admin with a scope neither webhook tokens nor the API tokens of others", async () => {
    const ines = await signedIn("ines@example.com", "agent");
    const { id } = await createApiToken(ines.viewer, "Of Ines");
    const { viewer: admin } = await signedIn("admin@example.com", "admin");
    const scoped = { ...admin, scope: { bots: ["7"], accounts: null } } as UserViewer;
    const forbidden = { code: "forbidden" };
    const { id: webhookId } = await createWebhookToken(admin, "Support Hunt");
    await expect(listWebhookTokens(scoped)).rejects.toMatchObject(forbidden);
    await expect(createWebhookToken(scoped, "Mine")).rejects.toMatchObject(forbidden);
    await expect(revokeWebhookToken(scoped, webhookId)).rejects.toMatchObject(forbidden);
    expect(await listWebhookTokens(admin)).toHaveLength(1);
    expect(await listApiTokens(scoped)).toEqual([]);
    expect(await revokeApiToken(scoped, id)).toBe(false);
    await expect(describeSecurity(scoped)).rejects.toMatchObject(forbidden);
    await expect(changeSecurity(scoped, { sessionHours: 5 })).rejects.toMatchObject(forbidden);
  });

  it("gives a token no more rights than its maker has at each use", async () => {
    const { viewer } = await signedIn("ines@example.com", "analyst");
    const { token } = await createApiToken(viewer, "Report", { permissions: ["read", "personal", "export"] });
    const narrow = await createApiToken(viewer, "Of a bot", { scope: { bots: ["7"], accounts: null } });
    const rights = async (secret: string) => {
      const found = await authenticate(bearer(secret));
      return found === null ? null : { permissions: [...found.permissions].sort(), scope: found.scope };
    };
    expect(await rights(token)).toEqual({ permissions: ["export", "read"], scope: everything });

    await changeAccess(viewer.userId, { role: "viewer", scope: { bots: ["7", "8"], accounts: ["shop"] } });
    expect(await rights(token)).toEqual({ permissions: ["read"], scope: { bots: ["7", "8"], accounts: ["shop"] } });
    expect(await rights(narrow.token)).toEqual({ permissions: ["read"], scope: { bots: ["7"], accounts: ["shop"] } });

    await store().records.user.updateMany({ data: { role: "emperor" } });
    expect(await rights(token)).toEqual({ permissions: [], scope: { bots: ["7", "8"], accounts: ["shop"] } });
    await store().records.user.updateMany({ data: { role: "admin", scope: "not JSON" } });
    expect(await rights(token)).toEqual({ permissions: ["export", "read"], scope: { bots: [], accounts: [] } });
    await store().records.user.deleteMany();
    expect(await rights(token)).toBeNull();
  });

  it("rejects an expired token, and records the last use with its address", async () => {
    const { viewer } = await signedIn("ines@example.com", "agent");
    const lasting = await createApiToken(viewer, "Lasting", { expiresAt: null });
    const { token } = await createApiToken(viewer, "Brief", { expiresAt: 1n });
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await authenticate(bearer(lasting.token))).not.toBeNull();
    expect(await listApiTokens(viewer)).toMatchObject([
      { name: "Brief", isExpired: true, lastUsedAt: null },
      { name: "Lasting", isExpired: false, expiresAt: null, lastUsedFrom: expect.any(String) },
    ]);
  });

  it("lets no admin with a scope manage users, who could otherwise widen it", async () => {
    const { viewer } = await signedIn("admin@example.com", "admin");
    const scoped = { ...viewer, scope: { bots: ["7"], accounts: null } };
    const forbidden = { code: "forbidden" };
    const other = { name: "Eve", email: "eve@example.com", role: "admin" } as const;
    await expect(listUsers(scoped)).rejects.toMatchObject(forbidden);
    await expect(addUser(scoped, other)).rejects.toMatchObject(forbidden);
    await expect(changeUser(scoped, viewer.userId, { scope: everything })).rejects.toMatchObject(forbidden);
    await expect(resetPassword(scoped, viewer.userId)).rejects.toMatchObject(forbidden);
    await expect(removeUser(scoped, viewer.userId)).rejects.toMatchObject(forbidden);
  });

  it("keeps one admin with the whole scope", async () => {
    const { viewer } = await signedIn("admin@example.com", "admin");
    const other = await signedIn("other@example.com", "admin");
    const scope = { bots: ["7"], accounts: null };
    expect(await changeUser(viewer, other.viewer.userId, { scope })).toEqual({ ok: true });
    const last = { ok: false, reason: "last-admin" };
    expect(await changeUser(viewer, viewer.userId, { scope })).toMatchObject(last);
    expect(await changeUser(viewer, viewer.userId, { role: "agent" })).toMatchObject(last);
    expect(await removeUser(viewer, viewer.userId)).toMatchObject(last);
    expect(await removeUser(viewer, other.viewer.userId)).toEqual({ ok: true });
  });

  it("rotates webhook tokens", async () => {
    const { viewer } = await signedIn("admin@example.com", "admin");
    const old = await createWebhookToken(viewer, "Old");
    const fresh = await createWebhookToken(viewer, "New");
    expect((await listWebhookTokens(viewer)).map(({ token }) => token)).toContain(old.token);
    expect(await revokeWebhookToken(viewer, old.id)).toBe(true);
    expect(await listWebhookTokens(viewer)).toMatchObject([{ id: fresh.id, name: "New", token: fresh.token }]);
  });

  it("ends a session immediately, and only the viewer's own", async () => {
    const here = await signedIn("ines@example.com", "agent");
    const there = await signIn({ email: "ines@example.com", password });
    const lian = await signedIn("lian@example.com", "agent");
    const sessions = await listSessions(here.viewer);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? "";
    expect(await revokeSession(lian.viewer, other)).toBe(false);
    expect(await revokeSession(here.viewer, other)).toBe(true);
    expect(await authenticate(new Headers({ cookie: there }))).toBeNull();
    expect(await authenticate(new Headers({ cookie: here.cookie }))).not.toBeNull();

    await revokeAllSessions(here.viewer);
    expect(await authenticate(new Headers({ cookie: here.cookie }))).toBeNull();
    expect(await authenticate(new Headers({ cookie: lian.cookie }))).not.toBeNull();
  });

  it("changes a password, replaces all sessions by a new one, and limits guesses of the old password", async () => {
    const { viewer, cookie } = await signedIn("ines@example.com", "agent");
    const other = await signIn({ email: "ines@example.com", password });
    const { token } = await createApiToken(viewer, "Kept");
    const request = { currentPassword: password, newPassword: "another kettle", revokeTokens: false };
    const wrong = { ...request, currentPassword: "not this one" };
    const headers = new Headers();
    expect(await changePassword(viewer, wrong, headers)).toMatchObject({ ok: false, reason: "currentPassword" });
    const weak = { ...request, newPassword: "password1" };
    expect(await changePassword(viewer, weak, headers)).toMatchObject({ ok: false, reason: "newPassword" });
    const changed = await changePassword(viewer, request, headers);
    if (!changed.ok) throw new Error(changed.message);
    for (const ended of [cookie, other]) expect(await authenticate(new Headers({ cookie: ended }))).toBeNull();
    const fresh = changed.cookies.map((one) => one.split(";")[0]).join("; ");
    const again = await authenticate(new Headers({ cookie: fresh }));
    expect(again).toMatchObject({ kind: "user", userId: viewer.userId });
    expect(again).not.toMatchObject({ sessionId: viewer.sessionId });
    expect(await authenticate(bearer(token))).not.toBeNull();
    await signIn({ email: "ines@example.com", password: "another kettle" });
    for (let guess = 0; guess < 10; guess++) await changePassword(viewer, wrong, headers);
    expect(await changePassword(viewer, wrong, headers)).toMatchObject({ ok: false, reason: "attempts" });
  });

  it("revokes API tokens with a new password on request, and only the viewer's own", async () => {
    const ines = await signedIn("ines@example.com", "agent");
    const lian = await signedIn("lian@example.com", "agent");
    const own = await createApiToken(ines.viewer, "Own");
    const other = await createApiToken(lian.viewer, "Other");
    const request = { currentPassword: password, newPassword: "another kettle", revokeTokens: true };
    expect(await changePassword(ines.viewer, request, new Headers())).toMatchObject({ ok: true });
    expect(await authenticate(bearer(own.token))).toBeNull();
    expect(await authenticate(bearer(other.token))).not.toBeNull();
  });

  it("revokes a user's API tokens when an admin resets their password", async () => {
    const admin = await signedIn("admin@example.com", "admin");
    const ines = await signedIn("ines@example.com", "agent");
    const { token } = await createApiToken(ines.viewer, "Of Ines");
    await resetPassword(admin.viewer, ines.viewer.userId);
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await authenticate(new Headers({ cookie: ines.cookie }))).toBeNull();
  });

  it("removes all sessions of a removed account, and revokes its API tokens", async () => {
    const admin = await signedIn("admin@example.com", "admin");
    const ines = await signedIn("ines@example.com", "agent");
    const { token } = await createApiToken(ines.viewer, "Of Ines");
    expect(await removeUser(admin.viewer, ines.viewer.userId)).toEqual({ ok: true });
    expect(await authenticate(new Headers({ cookie: ines.cookie }))).toBeNull();
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await store().records.authAccount.count()).toBe(1);
  });

  it("keeps one admin, even if the last two are removed concurrently", async () => {
    const one = await signedIn("one@example.com", "admin");
    const two = await signedIn("two@example.com", "admin");
    const outcomes = await Promise.all([
      removeUser(one.viewer, two.viewer.userId),
      changeUser(two.viewer, one.viewer.userId, { role: "agent" }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store().records.user.count({ where: { role: "admin" } })).toBe(1);
  });

  it("generates a password that works", async () => {
    const { viewer } = await signedIn("admin@example.com", "admin");
    const added = await addUser(viewer, { name: "Tomek", email: "Tomek@example.com", role: "agent" });
    if (!added.ok) throw new Error(added.message);
    await signIn({ email: "tomek@example.com", password: added.password });
    const reset = await resetPassword(viewer, added.userId);
    await signIn({ email: "tomek@example.com", password: reset?.password ?? "" });
    expect(await resetPassword(viewer, "nobody")).toBeNull();
    const again = await addUser(viewer, { name: "Tomek", email: "tomek@example.com", role: "agent" });
    expect(again).toMatchObject({ ok: false, reason: "taken" });
  });
});

async function signedIn(email: string, role: Role): Promise<{ viewer: UserViewer; cookie: string }> {
  expect(await addAccount({ name: email.split("@")[0] ?? "", email, password, role })).toMatchObject({ ok: true });
  const cookie = await signIn({ email, password });
  return { viewer: await viewerOf(cookie), cookie };
}

function bearer(token: string): Headers {
  return new Headers({ authorization: `Bearer ${token}` });
}
