import { chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { authSecret } from "@/lib/auth/secret";
import { backupSqlite } from "@/lib/store/admin/backup-sqlite";
import { restoreSqlite } from "@/lib/store/admin/restore-sqlite";
import { migrate } from "@/prisma/migrate";
import { openStore } from "./open-store";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it("creates the database, its -wal and -shm files, backups and restored copies readable by the owner only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "playhead-private-"));
  const path = join(folder, "data", "playhead.db");
  const before = process.umask(0o000);
  try {
    await migrate({ dialect: "sqlite", path });
    const store = openStore({ dialect: "sqlite", path });
    await store.records.setting.create({ data: { name: "x", value: "y" } });
    authSecret({ authSecret: null, database: { dialect: "sqlite", path } });
    const files = readdirSync(join(folder, "data"));
    expect(files.sort()).toEqual(["auth-secret", "playhead.db", "playhead.db-shm", "playhead.db-wal"]);
    for (const file of files) expect([file, modeOf(join(folder, "data", file))]).toEqual([file, "600"]);
    expect(modeOf(join(folder, "data"))).toBe("700");
    await store.close();

    const backup = join(folder, "backup.db");
    expect(backupSqlite(path, backup)).toMatchObject({ ok: true });
    expect(modeOf(backup)).toBe("600");
    chmodSync(backup, 0o644);
    const target = join(folder, "restored.db");
    expect(restoreSqlite({ backup, target, force: false })).toMatchObject({ ok: true });
    expect(modeOf(target)).toBe("600");
  } finally {
    process.umask(before);
  }
});

it("tightens the mode of an older database and its secret, and logs it once", async () => {
  const warn = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const folder = mkdtempSync(join(tmpdir(), "playhead-private-"));
  const path = join(folder, "playhead.db");
  await migrate({ dialect: "sqlite", path });
  chmodSync(path, 0o664);
  writeFileSync(join(folder, "auth-secret"), "a secret of an older version\n");
  chmodSync(join(folder, "auth-secret"), 0o644);
  for (let start = 0; start < 2; start++) {
    const store = openStore({ dialect: "sqlite", path });
    await store.reader.setting.count();
    authSecret({ authSecret: null, database: { dialect: "sqlite", path } });
    await store.close();
  }
  expect(modeOf(path)).toBe("600");
  expect(modeOf(join(folder, "auth-secret"))).toBe("600");
  expect(warn.mock.calls.flat().filter((line) => String(line).includes("664"))).toHaveLength(1);
  expect(warn.mock.calls.flat().filter((line) => String(line).includes("644"))).toHaveLength(1);
  warn.mockRestore();
});
