import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { emptyDatabase, hasPrograms, runCommand, withoutPrograms } from "@/lib/testing/commands";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { type S3Server, startS3Server } from "@/lib/testing/s3-server";
import { stateOf } from "@/lib/testing/state-of";

const folder = mkdtempSync(join(tmpdir(), "playhead-backups-"));
let s3: S3Server;

beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

describeEachDatabase("npm run backup -- --to", (openFresh, createDatabase, dialect) => {
  for (const kind of ["a folder", "a bucket"]) {
    it(`keeps the newest in ${kind}, and each can be restored`, async ({ skip }) => {
      const store = await openFresh();
      if (dialect === "postgresql" && !(await hasPrograms(store))) skip(withoutPrograms);
      const to = kind === "a folder" ? join(folder, dialect) : `s3://${s3.bucket}/playhead/${dialect}`;
      await fill(store, 5);
      const first = await run("backup", store.database, "--to", to, "--keep", "1");
      expect(first).toMatchObject({ code: 0, output: expect.stringContaining("Verified: ") });
      await fill(store, 8);
      const second = await run("backup", store.database, "--to", to, "--keep", "1");
      expect(second.output).toContain(`Deleted ${placeOf(first.output)}.`);

      const empty = await emptyDatabase(dialect, folder);
      expect(await run("restore", empty.database, placeOf(second.output))).toMatchObject({ code: 0 });
      const restored = openStore(empty.database);
      expect(await stateOf(restored)).toEqual(await stateOf(store));
      await restored.close();
      await empty.drop();
    }, 120_000);
  }

  it("removes no other files", async ({ skip }) => {
    const database = await createDatabase();
    if (dialect === "postgresql" && !(await hasPrograms(openStore(database)))) skip(withoutPrograms);
    const kept = join(folder, `with-others-${dialect}`);
    mkdirSync(kept);
    writeFileSync(join(kept, "playhead-20200101T000000000Z.db"), "an old backup");
    writeFileSync(join(kept, "another.db"), "something else");
    expect(await run("backup", database, "--to", kept, "--keep", "1")).toMatchObject({ code: 0 });
    const names = readdirSync(kept).sort();
    expect(names).toEqual(["another.db", expect.stringMatching(/^playhead-(?!2020)\d{8}T\d{9}Z\.(db|dump)$/)]);
  }, 60_000);
});

describe("a bucket that rejects a backup", () => {
  it.each([
    [{ AWS_ACCESS_KEY_ID: "nobody" }, "403 InvalidAccessKeyId"],
    [{ AWS_ENDPOINT_URL: "http://127.0.0.1:9" }, "127.0.0.1:9 cannot be reached"],
    [{ AWS_ACCESS_KEY_ID: "" }, "need AWS_ACCESS_KEY_ID"],
  ])(
    "is reported with the reason: %o",
    async (variables, reason) => {
      const path = join(folder, `${randomBytes(4).toString("hex")}.db`);
      const database: Database = { dialect: "sqlite", path };
      expect(await runWith({}, "migrate", database)).toMatchObject({ code: 0 });
      const { code, output } = await runWith(variables, "backup", database, "--to", `s3://${s3.bucket}/x`);
      expect(output).toContain(reason);
      expect(code).toBe(1);
    },
    60_000,
  );
});

async function fill(store: Store, conversations: number): Promise<void> {
  for (const body of manyConversations(conversations)) await deliver(store, body);
  await project(store);
}

/** The location printed for a backup. */
function placeOf(output: string): string {
  return /Backed up .+ to (\S+) \(/.exec(output)?.[1] ?? "";
}

function run(command: string, database: Database, ...args: string[]) {
  return runWith({}, command, database, ...args);
}

function runWith(variables: Record<string, string>, command: string, database: Database, ...args: string[]) {
  return runCommand(command, database, { args, variables: { ...s3.variables, ...variables } });
}
