import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Entry {
  gypfile?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
  link?: boolean;
  resolved?: string;
}

it("pins every package by its hash, and names no registry", () => {
  const packages = readPackages();
  const installed = Object.entries(packages).filter(([path, entry]) => path !== "" && entry.link !== true);
  expect(installed.length).toBeGreaterThan(300);
  const unpinned = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""));
  expect(unpinned.map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

// npm before 11.16 compiles every package that has a binding.gyp and no install script, which requires Python and a compiler. npm
// drops this entry when it rewrites the file: then `"gypfile": false` must be added again.
it("keeps npm from compiling packages that include their binaries", () => {
  const compiled = Object.entries(readPackages()).filter(
    ([path, { hasInstallScript }]) => path !== "" && !hasInstallScript && existsSync(`${path}/binding.gyp`),
  );
  expect(compiled.map(([path]) => path)).toContain("node_modules/better-sqlite3");
  for (const [path, { gypfile }] of compiled) expect(gypfile, path).toBe(false);
});

function readPackages(): Record<string, Entry> {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
  return packages;
}
