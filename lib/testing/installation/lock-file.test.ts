import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const entry = z.object({
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  gypfile: z.boolean().optional(),
});
const lock = z.object({ packages: z.record(z.string(), entry) });

// npm before 11.16 compiles every package with a binding.gyp that has no script of its own, which needs Python and a compiler.
// npm leaves this entry out when it writes the file anew: `"gypfile": false` then has to be put back.
it("keeps npm from compiling what brings its binaries along", () => {
  const { packages } = lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const compiled = Object.entries(packages).filter(
    ([path, { hasInstallScript }]) => path !== "" && !hasInstallScript && existsSync(`${path}/binding.gyp`),
  );
  expect(compiled.map(([path]) => path)).toContain("node_modules/better-sqlite3");
  for (const [path, { gypfile }] of compiled) expect(gypfile, path).toBe(false);
});
