import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { migrate } from "./migrate";

const folder = mkdtempSync(join(tmpdir(), "playhead-unwritable-"));
const isRoot = process.getuid?.() === 0;

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
  rmSync(folder, { recursive: true });
});

it.skipIf(process.platform === "win32")("says which folder cannot be written, who tried, and what to do", async () => {
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(65_534);
  const migrated = migrate({ dialect: "sqlite", path: join(folder, "playhead.db") });
  const owner = `${process.geteuid?.()}:${process.getegid?.()}`;
  await expect(migrated).rejects.toThrow(`chown -R ${owner} ${folder}`);
  await expect(migrated).rejects.toThrow(`runs as uid ${process.geteuid?.()} and`);
});
