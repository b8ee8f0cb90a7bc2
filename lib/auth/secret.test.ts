import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { authSecret } from "./secret";

it("creates a secret next to the SQLite file, readable by its owner only", () => {
  const folder = mkdtempSync(join(tmpdir(), "playhead-secret-"));
  const environment = {
    authSecret: null,
    database: { dialect: "sqlite", path: join(folder, "data", "a.db") },
  } as const;
  const secret = authSecret(environment);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(authSecret(environment)).toBe(secret);
  expect(readdirSync(join(folder, "data"))).toEqual(["auth-secret"]);
  const path = join(folder, "data", "auth-secret");
  expect(readFileSync(path, "utf8").trim()).toBe(secret);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

it("prefers AUTH_SECRET, and requires it with Postgres", () => {
  const database = { dialect: "postgresql", url: "postgresql://localhost/playhead" } as const;
  expect(authSecret({ authSecret: "from the environment", database })).toBe("from the environment");
  expect(() => authSecret({ authSecret: null, database })).toThrow("AUTH_SECRET");
});
