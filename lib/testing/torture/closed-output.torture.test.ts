import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { migrate } from "@/prisma/migrate";
import { hasBuild, startWebhook, type WebhookProcess } from "./webhook-process";

/** Other systems do not tell in a file what a process has used of the processors. */
const isTold = existsSync("/proc/self/stat");

it.runIf(hasBuild && isTold)("a production server whose output nobody reads any more goes on, at rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "playhead-test-"));
  const database = { dialect: "sqlite", path: join(folder, "playhead.db") } as const;
  await migrate(database);
  const server = await startWebhook(database, { production: true });
  onTestFinished(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });
  server.closeOutput();
  // The door logs that it refuses these.
  await refuse(server);
  await refuse(server);
  await pause(500);
  const before = processorSeconds(server);
  await pause(2000);
  expect(processorSeconds(server) - before).toBeLessThan(1);
  expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
});

async function refuse({ url }: WebhookProcess): Promise<void> {
  expect((await fetch(`${url}/api/webhook`, { method: "POST", body: "{}" })).status).toBe(401);
}

/** What the process has used of the processors so far: Linux counts in hundredths of a second, behind the name in brackets. */
function processorSeconds({ pid }: WebhookProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
