import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { GET as readConversations } from "@/app/api/v1/conversations/route";
import { addAccount } from "@/lib/auth/accounts";
import { firstAccountCode } from "@/lib/auth/first-account";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { POST as createFirst } from "./first-account/route";
import { POST as signIn } from "./sign-in/email/route";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("PLAYHEAD_API_TOKEN", "token-of-the-environment");

const owner = { email: "owner@example.com", password: "a kettle on the moon" };

/** Each test has its own addresses, because rate limits outlive tests. */
let network = 0;
const address = (host: number) => `203.0.${network}.${host}`;

describeEachDatabase("clients that guess passwords", (openStore) => {
  beforeAll(async () => {
    useStore(await openStore());
    expect(await addAccount({ ...owner, name: "Owner", role: "admin" })).toMatchObject({ ok: true });
  });
  afterEach(() => {
    network += 1;
  });

  it("are blocked by their own address, and do not lock the owner out at another", async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++) statuses.push((await attempt("wrong password", address(1))).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await attempt(owner.password, address(1));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await attempt(owner.password, address(2))).status).toBe(200);
  });

  it("get 413 for a long body, of which no more is read", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 16 * 1024;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    const headers = { "content-type": "application/json", "x-forwarded-for": address(1) };
    // A stream body requires `duplex`, which the DOM's types lack.
    const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
    const response = await signIn(new Request("http://localhost:3000/api/auth/sign-in/email", init));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "too_large" });
    expect(sent).toBeLessThan(200 * 1024);
  });

  it("are blocked when they guess API tokens, and a valid token from their address is accepted", async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 53; guess++) statuses.push((await readWith(`playhead_${guess}`, address(1))).status);
    expect(statuses).toEqual([...Array(50).fill(401), 429, 429, 429]);
    const refused = await readWith("playhead_x", address(1));
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await readWith("token-of-the-environment", address(1))).status).toBe(200);
    expect((await readWith("playhead_x", address(2))).status).toBe(401);
  });
});

describeEachDatabase("clients that guess the first account's code", (openStore) => {
  it("are blocked by their own address only, and no more than 64 kB is read", async () => {
    useStore(await openStore());
    network += 1;
    const code = await firstAccountCode();
    const body = (text: string) => JSON.stringify({ code: text, name: "Ines", ...owner });
    const create = (text: string, from: string) =>
      createFirst(
        new Request("http://localhost:3000/api/auth/first-account", {
          method: "POST",
          headers: { "content-type": "application/json", "x-forwarded-for": from },
          body: text,
        }),
      );
    expect((await create(" ".repeat(64 * 1024 + 1), address(1))).status).toBe(413);
    const statuses: number[] = [];
    for (let guess = 0; guess < 20; guess++) statuses.push((await create(body(`guess-${guess}`), address(1))).status);
    expect(statuses).toEqual([...Array(19).fill(400), 429]);
    expect((await create(body(code ?? ""), address(2))).status).toBe(200);
  });
});

function attempt(password: string, forwardedFor: string, email = owner.email): Promise<Response> {
  const headers = { "content-type": "application/json", "x-forwarded-for": forwardedFor };
  const body = JSON.stringify({ email, password });
  return signIn(new Request("http://localhost:3000/api/auth/sign-in/email", { method: "POST", headers, body }));
}

function readWith(token: string, forwardedFor: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": forwardedFor };
  return readConversations(new Request("http://localhost:3000/api/v1/conversations", { headers }));
}
