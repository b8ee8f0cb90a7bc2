import { beforeEach, expect, it, vi } from "vitest";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { createApiToken } from "./api-tokens";
import { auth } from "./auth";
import { acceptInvitation, invitedBy } from "./invitations";
import { addInvitedUser, listUsers, renewInvitation, resetPassword } from "./users";
import type { UserViewer } from "./viewer";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const admin = testUser();
const password = "a kettle on the moon";
const kim = { name: "Kim", email: "Kim@example.com", role: "analyst", scope: { bots: ["7"], accounts: null } } as const;

describeEachDatabase("an invitation", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("lets the invited user set a password, once", async () => {
    const { userId, secret } = await invite();
    expect(await invitedBy(secret)).toMatchObject({ id: userId, email: "kim@example.com" });
    expect(await listUsers(admin)).toMatchObject([
      { role: "analyst", scope: kim.scope, lastSeenAt: null, invitedUntil: expect.any(String) },
    ]);
    await expect(signIn()).rejects.toThrow();
    const attempts = await Promise.all([1, 2, 3].map(() => acceptInvitation(secret, password)));
    expect(attempts.filter(({ ok }) => ok)).toEqual([{ ok: true, email: "kim@example.com" }]);
    expect(await invitedBy(secret)).toBeNull();
    await signIn();
    expect(await listUsers(admin)).toMatchObject([
      { lastSeenAt: expect.any(String), sessionCount: 1, invitedUntil: null },
    ]);
  });

  it("is kept when the password is too weak", async () => {
    const { secret } = await invite();
    expect(await acceptInvitation(secret, "short")).toMatchObject({ ok: false, reason: "password" });
    expect(await acceptInvitation(secret, password)).toMatchObject({ ok: true });
  });

  it("expires, and a new link replaces the earlier one", async () => {
    const { userId, secret } = await invite();
    await store().records.invitation.updateMany({ data: { expiresAt: 1n } });
    expect(await acceptInvitation(secret, password)).toMatchObject({ ok: false, reason: "secret" });
    const renewed = secretOf((await renewInvitation(admin, userId))?.inviteUrl);
    expect(await acceptInvitation(secret, password)).toMatchObject({ ok: false, reason: "secret" });
    expect(await acceptInvitation(renewed, password)).toMatchObject({ ok: true });
  });

  it("that is renewed for someone with a password replaces it, and ends their sessions and API tokens", async () => {
    const { userId, secret } = await invite();
    await acceptInvitation(secret, password);
    await signIn();
    await createApiToken({ ...admin, userId } as UserViewer, "Report");
    const renewed = secretOf((await renewInvitation(admin, userId))?.inviteUrl);
    expect(await acceptInvitation(renewed, "a lantern on the river")).toMatchObject({ ok: true });
    expect(await store().records.authAccount.count()).toBe(1);
    expect(await store().records.session.count()).toBe(0);
    expect(await store().records.apiToken.count({ where: { revokedAt: null } })).toBe(0);
    await expect(signIn()).rejects.toThrow();
    await signIn("a lantern on the river");
  });

  it("ends when an admin sets a password", async () => {
    const { userId, secret } = await invite();
    const reset = await resetPassword(admin, userId);
    expect(await invitedBy(secret)).toBeNull();
    await signIn(reset?.password);
  });

  it("stores only a hash of the link, and rejects others", async () => {
    const { secret } = await invite();
    const [row] = await store().records.invitation.findMany();
    expect(Buffer.from(row?.hash ?? []).toString("utf8")).not.toContain(secret);
    for (const other of ["", `${secret}x`, "x".repeat(100_000)]) expect(await invitedBy(other)).toBeNull();
  });
});

async function invite(): Promise<{ userId: string; secret: string }> {
  const added = await addInvitedUser(admin, kim);
  if (!added.ok) throw new Error(added.message);
  return { userId: added.userId, secret: secretOf(added.inviteUrl) };
}

function secretOf(url: string | undefined): string {
  expect(url).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{32}$/);
  return url?.split("/").at(-1) ?? "";
}

async function signIn(secret = password): Promise<void> {
  await auth().api.signInEmail({ body: { email: "kim@example.com", password: secret } });
}
