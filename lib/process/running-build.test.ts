import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished, vi } from "vitest";
import { copyBuild, keepBuild } from "./running-build.mjs";

const project = mkdtempSync(join(tmpdir(), "playhead-build-"));
const build = join(project, ".next");
afterAll(() => rmSync(project, { recursive: true, force: true }));

it("copies what serving needs, so that a later build does not change it, and removes copies of servers that have ended", () => {
  mkdirSync(join(build, "server"), { recursive: true });
  mkdirSync(join(build, "cache"));
  writeFileSync(join(build, "server", "page.js"), "old");
  symlinkSync("../server", join(build, "server", "itself"));
  const copy = join(project, copyBuild(project));
  rmSync(join(build, "server"), { recursive: true });
  expect(readFileSync(join(copy, "server", "page.js"), "utf8")).toBe("old");
  expect(readFileSync(join(copy, "server", "itself", "page.js"), "utf8")).toBe("old");
  expect(existsSync(join(copy, "cache"))).toBe(false);

  const ended = join(project, ".next-running-1-1");
  mkdirSync(ended);
  // Higher than any process id.
  writeFileSync(join(ended, "pid"), "99999999");
  const next = join(project, copyBuild(project));
  expect([existsSync(copy), existsSync(ended), existsSync(next)]).toEqual([true, false, true]);
});

it("keeps the copy that a door is running from, and passes its path to the pages", () => {
  vi.stubEnv("PLAYHEAD_BUILD", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const copy = join(project, ".next-running-99999998-1");
  mkdirSync(join(copy, "door"), { recursive: true });
  keepBuild(join(copy, "door"));
  expect(process.env.PLAYHEAD_BUILD).toBe(".next-running-99999998-1");
  copyBuild(project);
  expect(existsSync(copy)).toBe(true);
});
