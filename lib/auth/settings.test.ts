import { beforeEach, expect, it, vi } from "vitest";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { addAccount } from "./accounts";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";
import { auth } from "./auth";
import { authenticate } from "./authenticate";
import { listSessions, revokeAllSessions, revokeSession } from "./sessions";
import { addUser, listUsers, removeUser, resetPassword, setRole } from "./users";
import type { Role, UserViewer } from "./viewer";
import { createWebhookToken, listWebhookTokens, revokeWebhookToken } from "./webhook-tokens";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const password = "a kettle on the moon";

describeEachDatabase("settings", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("stores only the hash of an API token, and rejects the token once it is revoked", async () => {
    const { viewer } = await signedIn("ines@example.com", "member");
    const { id, token } = await createApiToken(viewer, "Weekly report");
    const [row] = await store().records.apiToken.findMany();
    expect(JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(token);

    expect(await authenticate(bearer(token))).toMatchObject({ kind: "token", tokenId: id, name: "Weekly report" });
    expect(await listApiTokens(viewer)).toMatchObject([{ hint: token.slice(-4), lastUsedAt: expect.any(String) }]);

    expect(await revokeApiToken(viewer, id)).toBe(true);
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await listApiTokens(viewer)).toEqual([]);
  });

  it("allows a member to see and revoke their own API tokens, and an admin all", async () => {
    const ines = await signedIn("ines@example.com", "member");
    const lian = await signedIn("lian@example.com", "member");
    const admin = await signedIn("admin@example.com", "admin");
    const { id } = await createApiToken(ines.viewer, "Of Ines");
    expect(await listApiTokens(lian.viewer)).toEqual([]);
    expect(await revokeApiToken(lian.viewer, id)).toBe(false);
    expect(await listApiTokens(admin.viewer)).toMatchObject([{ madeBy: "ines" }]);
    expect(await revokeApiToken(admin.viewer, id)).toBe(true);
  });

  it("allows only admins to manage users and webhook tokens", async () => {
    const { viewer } = await signedIn("ines@example.com", "member");
    const other = { name: "Eve", email: "eve@example.com", role: "admin" } as const;
    const forbidden = { code: "forbidden" };
    await expect(listUsers(viewer)).rejects.toMatchObject(forbidden);
    await expect(addUser(viewer, other)).rejects.toMatchObject(forbidden);
    await expect(setRole(viewer, viewer.userId, "admin")).rejects.toMatchObject(forbidden);
    await expect(resetPassword(viewer, viewer.userId)).rejects.toMatchObject(forbidden);
    await expect(removeUser(viewer, viewer.userId)).rejects.toMatchObject(forbidden);
    await expect(listWebhookTokens(viewer)).rejects.toMatchObject(forbidden);
    await expect(createWebhookToken(viewer, "Mine")).rejects.toMatchObject(forbidden);
    await expect(revokeWebhookToken(viewer, "any")).rejects.toMatchObject(forbidden);
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
    const here = await signedIn("ines@example.com", "member");
    const there = await signIn("ines@example.com");
    const lian = await signedIn("lian@example.com", "member");
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
    const { viewer, cookie } = await signedIn("ines@example.com", "member");
    const other = await signIn("ines@example.com");
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
    await signIn("ines@example.com", "another kettle");
    for (let guess = 0; guess < 10; guess++) await changePassword(viewer, wrong, headers);
    expect(await changePassword(viewer, wrong, headers)).toMatchObject({ ok: false, reason: "attempts" });
  });

  it("revokes API tokens with a new password on request, and only the viewer's own", async () => {
    const ines = await signedIn("ines@example.com", "member");
    const lian = await signedIn("lian@example.com", "member");
    const own = await createApiToken(ines.viewer, "Own");
    const other = await createApiToken(lian.viewer, "Other");
    const request = { currentPassword: password, newPassword: "another kettle", revokeTokens: true };
    expect(await changePassword(ines.viewer, request, new Headers())).toMatchObject({ ok: true });
    expect(await authenticate(bearer(own.token))).toBeNull();
    expect(await authenticate(bearer(other.token))).not.toBeNull();
  });

  it("revokes a user's API tokens when an admin resets their password", async () => {
    const admin = await signedIn("admin@example.com", "admin");
    const ines = await signedIn("ines@example.com", "member");
    const { token } = await createApiToken(ines.viewer, "Of Ines");
    await resetPassword(admin.viewer, ines.viewer.userId);
    expect(await authenticate(bearer(token))).toBeNull();
    expect(await authenticate(new Headers({ cookie: ines.cookie }))).toBeNull();
  });

  it("removes all sessions of a removed account, and revokes its API tokens", async () => {
    const admin = await signedIn("admin@example.com", "admin");
    const ines = await signedIn("ines@example.com", "member");
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
      setRole(two.viewer, one.viewer.userId, "member"),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store().records.user.count({ where: { role: "admin" } })).toBe(1);
  });

  it("generates a password that works", async () => {
    const { viewer } = await signedIn("admin@example.com", "admin");
    const added = await addUser(viewer, { name: "Tomek", email: "Tomek@example.com", role: "member" });
    if (!added.ok) throw new Error(added.message);
    await signIn("tomek@example.com", added.password);
    const reset = await resetPassword(viewer, added.userId);
    await signIn("tomek@example.com", reset?.password);
    expect(await resetPassword(viewer, "nobody")).toBeNull();
    const again = await addUser(viewer, { name: "Tomek", email: "tomek@example.com", role: "member" });
    expect(again).toMatchObject({ ok: false, reason: "taken" });
  });
});

async function signedIn(email: string, role: Role): Promise<{ viewer: UserViewer; cookie: string }> {
  expect(await addAccount({ name: email.split("@")[0] ?? "", email, password, role })).toMatchObject({ ok: true });
  const cookie = await signIn(email);
  const viewer = await authenticate(new Headers({ cookie }));
  if (viewer?.kind !== "user") throw new Error("the session does not hold");
  return { viewer, cookie };
}

async function signIn(email: string, secret = password): Promise<string> {
  const { headers } = await auth().api.signInEmail({ body: { email, password: secret }, returnHeaders: true });
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function bearer(token: string): Headers {
  return new Headers({ authorization: `Bearer ${token}` });
}
