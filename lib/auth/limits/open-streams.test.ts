import { beforeEach, expect, it, vi } from "vitest";
import { addAccount, setPassword } from "@/lib/auth/accounts";
import { createApiToken, revokeApiToken } from "@/lib/auth/api-tokens";
import { authenticate } from "@/lib/auth/authenticate";
import { changeAccess } from "@/lib/auth/change-account";
import { revokeAllSessions } from "@/lib/auth/sessions";
import { removeUser } from "@/lib/auth/users";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { signIn, viewerOf } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventually } from "@/lib/testing/eventually";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { OpenStreams } from "./open-streams";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("PLAYHEAD_API_TOKEN", "token-of-the-environment");

const oneBot = JSON.stringify({ bots: ["7"], accounts: null });
const password = "a kettle on the moon";

describeEachDatabase("live streams", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it.each<[string, (viewer: UserViewer) => Promise<unknown>]>([
    ["sign-out", (viewer) => revokeAllSessions(viewer)],
    ["a new password", (viewer) => setPassword(viewer.userId, "another kettle", null)],
    ["removal", (viewer) => removeUser(testUser(), viewer.userId)],
    ["another role", (viewer) => changeAccess(viewer.userId, { role: "viewer" })],
    ["a scope", (viewer) => store().records.user.update({ where: { id: viewer.userId }, data: { scope: oneBot } })],
    ["expiry", () => store().records.session.updateMany({ data: { expiresAt: new Date(0) } })],
    ["eight idle days", () => store().records.session.updateMany({ data: { updatedAt: eightDaysAgo() } })],
  ])("end after %s, and no others", async (_, act) => {
    const streams = new OpenStreams();
    const kept = vi.fn();
    streams.open(await tokenViewer(), kept);
    const ended = vi.fn();
    await addAccount({ name: "Other", email: "other@example.com", password, role: "admin" });
    const viewer = await signedIn("ines@example.com");
    const close = streams.open(viewer, ended);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ended).not.toHaveBeenCalled();
    await act(viewer);
    await eventually(() => expect(ended).toHaveBeenCalledTimes(1));
    expect(kept).not.toHaveBeenCalled();
    close?.();
    expect(streams.size).toBe(1);
  });

  it.each<[string, (maker: UserViewer, id: string) => Promise<unknown>]>([
    ["is revoked", (maker, id) => revokeApiToken(maker, id)],
    ["expires", (_, id) => store().records.apiToken.update({ where: { id }, data: { expiresAt: 1n } })],
    ["loses rights because its maker does", (maker) => changeAccess(maker.userId, { role: "viewer" })],
  ])("end when their API token %s", async (_, act) => {
    const streams = new OpenStreams();
    const ines = await signedIn("ines@example.com");
    const { id, token } = await createApiToken(ines, "Script");
    const viewer = await authenticate(new Headers({ authorization: `Bearer ${token}` }));
    if (viewer === null) throw new Error("the token is not valid");
    const ended = vi.fn();
    streams.open(viewer, ended);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ended).not.toHaveBeenCalled();
    await act(ines, id);
    await eventually(() => expect(ended).toHaveBeenCalledTimes(1));
  });

  it("are limited to six for one session, and five hundred in total", () => {
    const streams = new OpenStreams();
    const viewer = (session: number): Viewer => ({ ...testUser(), sessionId: String(session) });
    const closes = Array.from({ length: 6 }, () => streams.open(viewer(0), () => {}));
    expect(closes.every((close) => close !== null)).toBe(true);
    expect(streams.open(viewer(0), () => {})).toBeNull();
    closes[0]?.();
    expect(streams.open(viewer(0), () => {})).not.toBeNull();
    for (let session = 1; streams.size < 500; session++) expect(streams.open(viewer(session), () => {})).not.toBeNull();
    expect(streams.open(viewer(1000), () => {})).toBeNull();
  });
});

function eightDaysAgo(): Date {
  return new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
}

async function tokenViewer(): Promise<Viewer> {
  const viewer = await authenticate(new Headers({ authorization: "Bearer token-of-the-environment" }));
  if (viewer === null) throw new Error("the environment's token is not valid");
  return viewer;
}

async function signedIn(email: string): Promise<UserViewer> {
  await addAccount({ name: "Ines", email, password, role: "agent" });
  return viewerOf(await signIn({ email, password }));
}
