import { beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/api/webhook/route";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const apiToken = "token-for-the-tests-of-metrics";
vi.stubEnv("PLAYHEAD_API_TOKEN", apiToken);
vi.stubEnv("WEBHOOK_TOKENS", "webhook-token");
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

describeEachDatabase("GET /api/metrics", (openStore) => {
  beforeAll(async () => useStore(await openStore()));

  it("requires a token", async () => {
    expect((await read({})).status).toBe(401);
    expect((await read({ authorization: "Bearer wrong" })).status).toBe(401);
    expect((await read({ authorization: "Bearer webhook-token" })).status).toBe(401);
  });

  it("counts a delivery as soon as it is answered", async () => {
    const before = await figures();
    const note = (text: string) => eventOf("note", { note: text }, "2024-01-01 00:00:00");
    await send({ events: [note("a"), note("b"), { bad: 1 }] });
    await send({ events: [note("a")] });
    await send({});
    await send("{");
    await send({}, "wrong");
    const after = await figures();
    const change = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect({
      accepted: change('playhead_deliveries_total{verdict="accepted"}'),
      partial: change('playhead_deliveries_total{verdict="partial"}'),
      quarantined: change('playhead_deliveries_total{verdict="quarantined"}'),
      test: change('playhead_deliveries_total{verdict="test"}'),
      events: change('playhead_events_total{outcome="accepted"}'),
      duplicates: change('playhead_events_total{outcome="duplicate"}'),
      quarantinedEvents: change('playhead_events_total{outcome="quarantined"}'),
      refused: change("playhead_webhook_refused_total"),
      ok: change('playhead_webhook_replies_total{status="200"}'),
      commits: change("playhead_commit_duration_seconds_count"),
      inCommits: change("playhead_commit_deliveries_sum"),
    }).toEqual({
      accepted: 1,
      partial: 1,
      quarantined: 1,
      test: 1,
      events: 2,
      duplicates: 1,
      quarantinedEvents: 1,
      refused: 1,
      ok: 3,
      commits: 4,
      inCommits: 4,
    });
    expect(after.get("playhead_deliveries_waiting")).toBe(0);
    expect(after.get("playhead_live_viewers")).toBe(0);
    expect(after.get("process_resident_memory_bytes")).toBeGreaterThan(0);
  });
});

function read(headers: Record<string, string>): Promise<Response> {
  return GET(new Request("http://127.0.0.1/api/metrics", { headers }));
}

async function figures(): Promise<Map<string, number>> {
  const response = await read({ authorization: `Bearer ${apiToken}` });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("version=0.0.4");
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

async function send(body: unknown, token = "webhook-token"): Promise<void> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  await POST(new Request("http://127.0.0.1/api/webhook", { method: "POST", body: text, headers: { token } }));
}
