import { readFileSync } from "node:fs";
import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

const malformed = readFileSync("lib/samples/malformed-image-as-published.txt", "utf8");

test("accepts the token in each place and reports the same one", async ({ webhook, server }) => {
  const { token } = webhook;
  const places: [string, Record<string, string>, unknown][] = [
    ["/api/webhook", {}, { token }],
    ["/api/webhook", { authorization: token }, {}],
    ["/api/webhook", { authorization: `Bearer ${token}` }, {}],
    ["/api/webhook", { authorization: `Token ${token}` }, {}],
    ["/api/webhook", { token }, {}],
    ["/api/webhook", { "x-token": token }, {}],
    ["/api/webhook", { "x-webhook-token": token }, {}],
    ["/api/webhook", { "x-api-key": token }, {}],
    [`/api/webhook?token=${token}`, {}, {}],
    ["/api/webhook", { authorization: "e2e-second-token" }, { events: [] }],
  ];
  for (const [path, headers, body] of places) {
    const response = await webhook.request.post(server.url + path, { headers, data: JSON.stringify(body) });
    expect(response.status(), `${path} ${JSON.stringify(headers)}`).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/json");
    const expected = Object.values(headers)[0] === "e2e-second-token" ? "e2e-second-token" : token;
    expect(await response.json()).toEqual({ token: expected });
  }
});

test("accepts an empty body as a test call", async ({ webhook }) => {
  const response = await webhook.post("");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ token: webhook.token });
});

test("counts accepted, duplicate and quarantined events", async ({ webhook }) => {
  const { visitorSays } = conversation();
  const first = visitorSays("Hello");
  const accepted = await webhook.post({ events: [first] });
  expect(await accepted.json()).toEqual({ token: webhook.token, accepted: 1, duplicates: 0, quarantined: 0 });
  const mixed = await webhook.post({ events: [first, visitorSays("Again"), { event: "nonsense" }] });
  expect(mixed.status()).toBe(200);
  expect(await mixed.json()).toEqual({ token: webhook.token, accepted: 1, duplicates: 1, quarantined: 1 });
});

test("rejects a wrong or missing token without echoing it", async ({ webhook }) => {
  for (const headers of [{ authorization: "wrong-token" }, {}] as Record<string, string>[]) {
    const response = await webhook.post({ events: [conversation().visitorSays("Hello")] }, headers);
    expect(response.status()).toBe(401);
    const text = await response.text();
    expect(JSON.parse(text)).toHaveProperty("error");
    expect(text).not.toContain("wrong-token");
  }
});

test("quarantines what is not a delivery, with its bytes", async ({ webhook, page }) => {
  for (const body of [malformed, '{"events": 5}', '["not", "a", "delivery"]', '{"events":[{"type":"x"}]}']) {
    const response = await webhook.post(body);
    expect([200, 400]).toContain(response.status());
    const answer = await response.json();
    if (response.status() === 400) {
      expect(answer.error).toEqual(expect.any(String));
      const delivery = await page.request.get(`/api/v1/deliveries/${answer.delivery}`);
      expect(delivery.status()).toBe(200);
      expect(JSON.stringify(await delivery.json())).toContain(JSON.stringify(body).slice(1, 60));
    } else {
      expect(answer.quarantined).toBe(1);
    }
  }
});

test("responds to bodies that are too large, other methods and a trailing slash without redirecting", async ({
  webhook,
  server,
}) => {
  const large = await webhook.post({ events: [conversation().visitorSays("x".repeat(1_100_000))] });
  expect(large.status()).toBe(413);
  const at = `${server.url}/api/webhook`;
  const get = await webhook.request.get(at);
  expect(get.status()).toBe(200);
  expect((await get.text()).length).toBeGreaterThan(10);
  expect((await webhook.request.head(at)).status()).toBe(200);
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await webhook.request.fetch(at, { method })).status(), method).toBe(405);
  }
  const slashed = await webhook.request.post(`${at}/`, {
    headers: { authorization: webhook.token },
    data: "{}",
    maxRedirects: 0,
  });
  expect(slashed.status()).toBeLessThan(300);
});

test("accepts unknown event types as good events", async ({ webhook, page }) => {
  const { event, visitorSays, key } = conversation();
  await webhook.deliver(
    event("moon_phase", { phase: "waxing" }),
    visitorSays({ type: "hologram", payload: { depth: 3 } }),
  );
  const answer = await page.request.get(`/api/v1/conversations/${key}/events`);
  const { data } = await answer.json();
  expect(data.map(({ type, recognised }: { type: string; recognised: boolean }) => [type, recognised])).toEqual([
    ["moon_phase", false],
    ["message", false],
  ]);
});
