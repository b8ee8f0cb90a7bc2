import { beforeAll, expect, it, vi } from "vitest";
import { store } from "@/lib/store/connection/client";
import { cookieHeader } from "@/lib/testing/access/cookie-header";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventually } from "@/lib/testing/eventually";
import { useStore } from "@/lib/testing/use-store";
import { addAccount } from "./accounts";
import { auth } from "./auth";
import { authenticate, authenticateUser } from "./authenticate";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("PLAYHEAD_API_TOKEN", "token-of-the-environment");

const ines = { email: "ines@example.com", password: "a kettle on the moon" };

let network = 0;

describeEachDatabase("authenticate", (openStore) => {
  beforeAll(async () => {
    useStore(await openStore());
    expect(await addAccount({ ...ines, name: "Ines Oduya", role: "agent" })).toMatchObject({ ok: true });
  });

  it("accepts a session's cookie until the session is revoked", async () => {
    const cookie = await signIn(ines.email, ines.password);
    const viewer = await authenticate(new Headers({ cookie }));
    expect(viewer).toMatchObject({ kind: "user", name: "Ines Oduya", email: ines.email, role: "agent" });

    await auth().api.signOut({ headers: new Headers({ cookie }) });
    expect(await authenticate(new Headers({ cookie }))).toBeNull();
  });

  it("rejects a cookie with a forged signature", async () => {
    const cookie = await signIn(ines.email, ines.password);
    const forged = cookie.replace(/\.[^.;]{8}/, ".AAAAAAAA");
    expect(forged).not.toBe(cookie);
    expect(await authenticate(new Headers({ cookie: forged }))).toBeNull();
  });

  it("accepts the environment's API token and no other, and does not fall back to the cookie", async () => {
    expect(await authenticate(bearer("token-of-the-environment"))).toMatchObject({ kind: "token", tokenId: null });
    const cookie = await signIn(ines.email, ines.password);
    expect(await authenticate(bearer("token-of-the-environmenT", { cookie }))).toBeNull();
    expect(await authenticate(new Headers())).toBeNull();
  });

  it("does not accept a password that is replaced while it is checked", async () => {
    const { password } = await auth().$context;
    const account = await store().records.authAccount.findFirstOrThrow();
    const attempt = { hash: account.password ?? "", password: ines.password };
    expect(await password.verify(attempt)).toBe(true);
    const checking = password.verify(attempt);
    await store().records.authAccount.updateMany({ data: { password: "$argon2id$another" } });
    expect(await checking).toBe(false);
    await store().records.authAccount.updateMany({ data: { password: account.password } });
  });

  it("allows no sign-up", async () => {
    const body = { name: "Eve", email: "eve@example.com", password: "let me in please" };
    await expect(auth().api.signUpEmail({ body })).rejects.toMatchObject({ statusCode: 400 });
  });

  it("ends a session that was idle for SESSION_IDLE_HOURS, and records the use of others", async () => {
    const cookie = await signIn(ines.email, ines.password);
    const ago = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);
    const usedAt = async () => (await store().records.session.findFirst({ orderBy: { createdAt: "desc" } }))?.updatedAt;
    await store().records.session.updateMany({ data: { updatedAt: ago(167.99) } });
    expect(await authenticate(new Headers({ cookie }))).not.toBeNull();
    await eventually(async () => expect((await usedAt())?.getTime()).toBeGreaterThan(ago(1).getTime()));

    await store().records.session.updateMany({ data: { updatedAt: ago(168.001) } });
    expect(await authenticate(new Headers({ cookie }))).toBeNull();
    await store().records.session.updateMany({ data: { updatedAt: new Date() } });
    expect(await authenticate(new Headers({ cookie }))).toBeNull();
  });

  it("rejects an address after fifty guesses, but never a valid token", async () => {
    // Counters live as long as the process.
    network += 1;
    const from = (token: string, host: number) => bearer(token, { "x-forwarded-for": `192.0.${network}.${host}` });
    const valid = (host: number) => authenticate(from("token-of-the-environment", host));
    // Valid tokens are never counted as guesses.
    for (let time = 0; time < 60; time++) expect(await valid(1)).not.toBeNull();
    for (let guess = 0; guess < 50; guess++) expect(await authenticate(from(`guess-${guess}`, 1))).toBeNull();
    await expect(authenticate(from("one-more", 1))).rejects.toMatchObject({ code: "too_many_attempts" });
    for (let time = 0; time < 3; time++) expect(await valid(1)).toMatchObject({ kind: "token" });
    await expect(authenticate(from("one-more", 1))).rejects.toMatchObject({ code: "too_many_attempts" });
    expect(await authenticate(from("one-more", 2))).toBeNull();
  });

  it("allows no pages with an API token", async () => {
    expect(await authenticateUser(bearer("token-of-the-environment"))).toBeNull();
  });
});

function bearer(token: string, more: Record<string, string> = {}): Headers {
  return new Headers({ authorization: `Bearer ${token}`, ...more });
}

async function signIn(email: string, password: string): Promise<string> {
  const response = await postSignIn(email, password, {});
  expect(response.status).toBe(200);
  return cookieHeader(response.headers);
}

function postSignIn(email: string, password: string, headers: Record<string, string>): Promise<Response> {
  const url = "http://localhost:3000/api/auth/sign-in/email";
  const body = JSON.stringify({ email, password });
  return auth().handler(
    new Request(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body }),
  );
}
