import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const root = process.cwd();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "playhead-lint-"));
  for (const name of ["biome.json", "lint", ".gitignore"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modelCalls = `import { type Store, store } from "@/lib/store/connection/client";

export const users = await store().records.user.count();
export const { reader: renamed } = store();
const { writer, dialect } = store();
export const kept = [writer, dialect];
export const shared = store();
export const { records } = shared;
export const count = ({ writer }: Store) => writer.event.count();
export const events = (store: Store) => store.reader.event.count();
export const run = (client: { $queryRaw(text: TemplateStringsArray): Promise<unknown> }) => client.$queryRaw\`SELECT 1\`;
`;

it("rejects model calls and SQL outside the store, however its clients are accessed", () => {
  expect(lint("lib/queries/example.ts", modelCalls)).toEqual([3, 4, 5, 8, 9, 10, 11].map((line) => ["plugin", line]));
});

it("allows them in the store and in tests", () => {
  for (const file of ["lib/store/reads/example.ts", "lib/queries/example.test.ts", "lib/testing/example.ts"]) {
    expect(lint(file, modelCalls)).toEqual([]);
  }
});

it("distinguishes ingestion's writer from a store's", () => {
  const ingestion = `import { store } from "@/lib/store/connection/client";
import { Writer } from "./writer";

const writer = new Writer(store());
export const answer = ({ writer, secrets }: { writer: Writer; secrets: string[] }) => writer.add(secrets);
export const waiting = writer.waiting;
`;
  expect(lint("lib/ingest/example.ts", ingestion)).toEqual([]);
});

it.each([
  ["lib/queries/example.ts", "@/lib/store/connection/open-store"],
  ["lib/door/example.ts", "@/lib/store/connection/sqlite-connection"],
  ["lib/auth/example.ts", "@/prisma/generated/sqlite/client"],
  ["lib/cli/example.ts", "better-sqlite3"],
])("rejects an import in %s of %s", (file, name) => {
  expect(lint(file, `import value from "${name}";\n\nexport const imported = value;\n`)).toEqual([
    ["lint/style/noRestrictedImports", 1],
  ]);
});

/** The rule and line of each lint error in this text. */
function lint(file: string, text: string): [string, number][] {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const biome = join(root, "node_modules", ".bin", "biome");
  const { stdout } = spawnSync(biome, ["lint", "--reporter=json", "--diagnostic-level=error", file], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { start: { line: number } } }[];
  };
  return diagnostics.map(({ category, location }) => [category, location.start.line]);
}
