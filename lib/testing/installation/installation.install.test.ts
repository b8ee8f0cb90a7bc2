import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/testing/processes/free-port";
import { Clone, type Runtime } from "./clone";

/** With `npm run test:install`: every Node version, and the first one builds. */
const isInFull = process.env.INSTALLATION === "full";

const runtimes: Runtime[] = [
  { node: "20.20.2", npm: "10.8.2" },
  { node: "22.22.3", npm: "10.9.7" },
  { node: "24.22.3", npm: "11.6.2" },
];

const clones: Clone[] = [];
afterAll(() => {
  for (const clone of clones) clone.remove();
});

function clone(...parameters: ConstructorParameters<typeof Clone>): Clone {
  const made = new Clone(...parameters);
  clones.push(made);
  return made;
}

describe("a fresh clone, as another user, without git, Python and a compiler, in a folder with spaces", () => {
  let builtIn: string | null = isInFull ? null : process.cwd();

  it.each(isInFull ? runtimes : runtimes.slice(0, 1))(
    "starts with Node $node and npm $npm, and exits without leaving a process behind",
    async (runtime) => {
      const port = await freePort();
      const machine = clone(runtime, builtIn, { PORT: String(port) });
      const { code, printed, wasReached, seconds } = await machine.run("start", {
        until: /Webhook {2,}http/,
        withinMs: 900_000,
      });
      expect(wasReached, printed).toBe(true);
      expect(printed).not.toMatch(/gyp|EBADENGINE/);
      // npm exits immediately, and reports the signal; SIGKILL only if it hung.
      expect([0, 143, "SIGTERM"], printed).toContain(code);
      expect(await machine.leftovers()).toEqual([]);
      await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
      console.log(`Node ${runtime.node}, npm ${runtime.npm}: started after ${seconds.toFixed(0)} s`);
      builtIn ??= machine.project;
    },
    1_000_000,
  );
});

describe("an installation that cannot succeed", () => {
  it("is rejected on Node 18 with a sentence, before anything is installed", async () => {
    const machine = clone({ node: "18.20.8", npm: "10.8.2" }, null);
    for (const script of ["start", "test", "migrate"]) {
      const { code, printed } = await machine.run(script, { withinMs: 60_000 });
      expect(printed).toContain("Playhead needs Node.js 20 or later, and this is v18.20.8");
      expect(code).toBe(1);
    }
    expect(existsSync(join(machine.project, "node_modules"))).toBe(false);
  }, 200_000);

  it.each(["http://127.0.0.1:9/", "http://registry.invalid/"])(
    "ends within 20 s with a sentence if the registry %s does not respond",
    async (registry) => {
      const machine = clone({ node: "20.20.2", npm: "10.8.2" }, null, { npm_config_registry: registry });
      const { code, printed, seconds } = await machine.run("start", { withinMs: 60_000 });
      expect(printed).toMatch(/npm does not reach its registry \([A-Z_]+\): connect to the network/);
      expect(code).toBe(1);
      expect(seconds).toBeLessThan(20);
      rmSync(join(machine.project, "node_modules"), { recursive: true, force: true });
    },
    200_000,
  );
});
