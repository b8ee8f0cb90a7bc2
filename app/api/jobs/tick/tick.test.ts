import { expect, it, vi } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("CRON_SECRET", "a-secret-of-the-scheduler");

function run(secret: string): Promise<Response> {
  return GET(new Request("http://localhost:3000/api/jobs/tick", { headers: { authorization: `Bearer ${secret}` } }));
}

describeEachDatabase("GET /api/jobs/tick", (openStore) => {
  it("applies the retention rules, if the secret is correct", async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, { events: [] });
    await store.writer.delivery.updateMany({ data: { receivedAt: 0n } });
    expect((await run("another-secret-as-long")).status).toBe(401);
    const answer = await run("a-secret-of-the-scheduler");
    expect(answer.status).toBe(200);
    expect((await answer.json()).steps).toBeGreaterThan(0);
    expect(await store.reader.deliveryBody.count()).toBe(0);
    expect(await (await run("a-secret-of-the-scheduler")).json()).toEqual({ steps: 0 });
  });
});
