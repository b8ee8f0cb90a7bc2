import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useLogThread } from "@/lib/testing/processes/start-log-thread";
import { Door } from "./door";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("METRICS_TOKEN", "metrics-token");
const startWorker = useLogThread();

describeEachDatabase("the door before its pages", (_, createDatabase, dialect) => {
  let door: Door;
  let url = "";

  beforeAll(async () => {
    const database = await createDatabase();
    const pagesCommand = ["lib/testing/small-pages.mjs"];
    door = new Door({ startThread: () => startWorker(database), pagesCommand, port: 0 });
    url = `http://127.0.0.1:${await door.listen()}`;
    await door.untilPages();
  });
  afterAll(() => door.stop());

  const echo = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init);
    return { response, echoed: await response.json() };
  };

  it("passes requests on unchanged, except for the client address", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7, 198.51.100.9", cookie: "session=1" };
    const { response, echoed } = await echo("/some/page?q=%20x", { method: "POST", body: "hello", headers });
    expect(echoed).toMatchObject({ method: "POST", url: "/some/page?q=%20x", body: "hello" });
    expect(echoed.headers).toMatchObject({ "x-forwarded-for": "198.51.100.9", cookie: "session=1" });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("streams responses, and aborts the pages' request when the client disconnects", async () => {
    const response = await answerTo("/events");
    expect(response.headers["content-type"]).toBe("text/event-stream");
    const [first] = await once(response, "data");
    expect(String(first)).toContain("data: tick");
    response.destroy();
  });

  it("responds 503 while they are down, accepts deliveries, and recovers by itself", async () => {
    const { echoed } = await echo("/");
    await fetch(`${url}/exit`).catch(() => {});
    const statuses = new Set<number>();
    for (let pid = echoed.pid; pid === echoed.pid; await pause(10)) {
      expect((await deliver()).status).toBe(200);
      const response = await fetch(`${url}/`);
      statuses.add(response.status);
      if (response.status === 200) pid = (await response.json()).pid;
      else expect(response.headers.get("retry-after")).toBe("3");
    }
    expect(statuses).toEqual(new Set([503, 200]));
  });

  it("accepts deliveries while they are frozen", async () => {
    const { echoed } = await echo("/");
    process.kill(echoed.pid, "SIGSTOP");
    const waiting = echo("/");
    for (let count = 0; count < 20; count++) expect((await deliver()).status).toBe(200);
    process.kill(echoed.pid, "SIGCONT");
    expect((await waiting).response.status).toBe(200);
  });

  it("does not read long bodies without a session", async () => {
    const body = "x".repeat(64 * 1024 + 1);
    const send = (path: string, headers = {}) => fetch(`${url}${path}`, { method: "POST", headers, body });
    const cookie = { cookie: "session=1" };
    const answers = await Promise.all([send("/api/auth/first-account", cookie), send("/api/v1/views")]);
    expect(answers.map(({ status }) => status)).toEqual([413, 413]);
    expect(await answers[0]?.json()).toMatchObject({ code: "too_large" });
    expect((await send("/api/v1/views", cookie)).status).toBe(200);
    expect((await send("/api/v1/views", { authorization: "Bearer x" })).status).toBe(200);
  });

  it("limits concurrent requests without a session from one address, and rejects a flood", async () => {
    const reader = new AbortController();
    const read = (path: string, address: string, headers = {}) =>
      fetch(`${url}${path}`, { headers: { "x-forwarded-for": address, ...headers }, signal: reader.signal });
    const flood = Array.from({ length: 100 }, () => read("/hang", "203.0.113.30"));
    const refused = await Promise.race(flood);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await read("/", "203.0.113.31")).status).toBe(200);
    expect((await read("/", "203.0.113.30", { cookie: "session=1" })).status).toBe(200);
    reader.abort();
    await Promise.allSettled(flood);
    // The turns of disconnected clients are free again.
    const again = () => fetch(url, { headers: { "x-forwarded-for": "203.0.113.30" } });
    while ((await again()).status !== 200) await pause(10);
  });

  it("serves metrics with METRICS_TOKEN alone, and locks out guessing", async () => {
    // Failures are counted by address.
    const address = dialect === "sqlite" ? "203.0.113.1" : "203.0.113.2";
    const read = (token: string) =>
      fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}`, "x-forwarded-for": address } });
    const response = await read("metrics-token");
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("playhead_events_total")]);
    expect((await fetch(`${url}/api/metrics`)).status).toBe(401);
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, guess) => read(`guess-${guess}`)));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(50);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(10);
    expect((await read("metrics-token")).status).toBe(200);
  });

  function deliver(): Promise<Response> {
    return fetch(`${url}/api/webhook`, { method: "POST", headers: { token: "right" }, body: "{}" });
  }

  function answerTo(path: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      httpRequest(`${url}${path}`, resolve).on("error", reject).end();
    });
  }
});
