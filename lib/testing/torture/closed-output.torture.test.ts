import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { migrate } from "@/prisma/migrate";
import { hasBuild, startWebhook, type WebhookProcess } from "./webhook-process";

/** Only Linux has the CPU time of a process in a file. */
const isTold = existsSync("/proc/self/stat");

it.runIf(hasBuild && isTold)("a production server whose output is no longer read keeps running, at rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "playhead-test-"));
  const database = { dialect: "sqlite", path: join(folder, "playhead.db") } as const;
  await migrate(database);
  const server = await startWebhook(database, { production: true });
  onTestFinished(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });
  server.closeOutput();
  // The door logs these rejections.
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

/** The CPU time of the process so far: Linux counts hundredths of a second, after the name in parentheses. */
function processorSeconds({ pid }: WebhookProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
