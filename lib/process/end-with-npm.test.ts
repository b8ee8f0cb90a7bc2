import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";

const script = `
  import("./lib/process/end-with-npm.mjs").then(({ endWithNpm }) => {
    process.on("SIGTERM", () => process.exit(0));
    setInterval(() => {}, 1000);
    endWithNpm();
    console.log(process.pid);
  });`;

/**
 * Runs the script as npm does, in a shell that stays alive, and kills the shell. Resolves to whether the script ended as well.
 */
async function endsWithItsShell(variables: Record<string, string>): Promise<boolean> {
  const own = { NODE_ENV: "test", PATH: process.env.PATH, NODE: process.execPath, SCRIPT: script } as const;
  const env = { ...own, ...variables };
  const shell = spawn("sh", ["-c", '"$NODE" -e "$SCRIPT"; true'], { env, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: shell.stdout });
  const pid = await new Promise<number>((resolve) => lines.once("line", (line) => resolve(Number(line))));
  shell.kill("SIGTERM");
  for (let attempt = 0; attempt < 100; attempt++) {
    if (!isRunning(pid)) return true;
    if (variables.npm_lifecycle_event === undefined && attempt === 10) break;
    await pause(100);
  }
  process.kill(pid, "SIGKILL");
  return false;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it("ends an npm script whose shell was killed without passing the signal on", async () => {
  expect(await endsWithItsShell({ npm_lifecycle_event: "start" })).toBe(true);
});

it("does not end a script that a user's shell started and left running", async () => {
  expect(await endsWithItsShell({})).toBe(false);
});
