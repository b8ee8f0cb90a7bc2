import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { hasBuild, startWebhook, webhookToken } from "./webhook-process";

const servers = ["the bare server", ...(hasBuild ? ["the production server"] : [])];
if (!hasBuild) console.log("There is no production build: its SIGTERM is not tried.");

describeEachDatabase("SIGTERM under load", (_openStore, createDatabase) => {
  it.each(servers)(
    "answers open requests, reports 503 for readiness, and ends within 10 s: %s",
    async (kind) => {
      const database = await createDatabase();
      const server = await startWebhook(database, { production: kind === "the production server" });
      const crowd = new Crowd(() => server.url, { senders: 8 });
      await crowd.reaches(100);
      const inFlight = slowDelivery(server.url, 1500);
      await pause(100);
      const stoppedAt = performance.now();
      process.kill(server.pid, "SIGTERM");
      await pause(200);
      const ready = await fetch(`${server.url}/api/ready`);
      expect(ready.status).toBe(503);
      const sizeWhileStopping = crowd.acknowledged.size;
      expect(await inFlight).toMatchObject({ status: 200, accepted: 1 });
      expect(await server.ended).toBe(0);
      const seconds = (performance.now() - stoppedAt) / 1000;
      expect(seconds).toBeLessThan(10);
      console.log(`SIGTERM: ${kind} ended after ${seconds.toFixed(1)} s`);
      expect(sizeWhileStopping).toBeGreaterThan(100);
      expect(server.output(), "no failure of the thread").not.toContain("log thread");

      const next = await startWebhook(database);
      server.url = next.url;
      await crowd.reaches(crowd.acknowledged.size + 20);
      await crowd.stop();
      await next.kill();
      expect(crowd.surprises).toEqual([]);
      const acknowledged = new Set([...crowd.acknowledged, "in flight"]);
      await checkDatabase(database, acknowledged, true);
    },
    180_000,
  );
});

/** A delivery whose second half takes `ms` to arrive. */
function slowDelivery(address: string, ms: number): Promise<{ status: number; accepted?: number }> {
  const payload = { message_by: { type: "visitor" }, message: { type: "text", text: "in flight" } };
  const body = JSON.stringify({ events: [eventOf("message", payload, "2024-01-01 00:00:00")] });
  return new Promise((resolve, reject) => {
    const headers = { token: webhookToken, "content-length": Buffer.byteLength(body) };
    const call = request(`${address}/api/webhook`, { method: "POST", headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, ...JSON.parse(text) }));
    });
    call.on("error", reject);
    call.write(body.slice(0, 100));
    setTimeout(() => call.end(body.slice(100)), ms);
  });
}
