import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { WebhookProcess } from "./webhook-process";

const run = promisify(execFile);

/** Total memory of the door and its page server. */
export async function megabytesOf({ pid }: WebhookProcess): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "--pid", String(pid), "--ppid", String(pid)]);
  return stdout.split("\n").reduce((sum, line) => sum + Number(line), 0) / 1024;
}
