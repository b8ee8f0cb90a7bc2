import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/metrics/route";
import { noteBackup } from "@/lib/store/admin/last-backup";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";

vi.stubEnv("METRICS_TOKEN", "metrics-token");
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const files = ["deploy/prometheus/playhead.rules.yml", "deploy/grafana/playhead.json"];
/** Of which Postgres tells nothing. */
const sqliteOnly = ["playhead_database_wal_bytes", "playhead_disk_free_bytes"];

/** The names of the metrics in an answer that have a value. */
async function printedNames(): Promise<Set<string>> {
  const request = new Request("http://127.0.0.1/api/metrics", { headers: { authorization: "Bearer metrics-token" } });
  const lines = (await (await GET(request)).text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Set(lines.map((line) => /^\w+/.exec(line)?.[0] ?? ""));
}

function namesIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  // In the middle of a file's name and of its text, they stand for something else.
  return [...new Set([...text.matchAll(/\b(playhead|process|nodejs)_[a-z0-9_]+/g)].map(([name]) => name))];
}

describeEachDatabase("the files for monitoring", (openStore, _createDatabase, dialect) => {
  let printed = new Set<string>();

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, { events: [] });
    await noteBackup(store.database, { place: "a.db", keep: null, removed: [] });
    await vi.waitFor(async () => {
      printed = await printedNames();
      expect(printed).toContain("playhead_quarantine_open");
    });
  });

  it.each(files)("%s asks for metrics that exist", (file) => {
    const names = namesIn(file);
    expect(names.length).toBeGreaterThan(10);
    // A probe has run only where somebody asked for readiness; counters with labels begin with their first event.
    const missing = names.filter((name) => !printed.has(name) && name !== "playhead_ready");
    expect(missing.sort()).toEqual(
      dialect === "sqlite"
        ? ["playhead_webhook_replies_total"]
        : [...sqliteOnly, "playhead_webhook_replies_total"].sort(),
    );
  });

  it("between them leave out none of Playhead's own", () => {
    const asked = new Set(files.flatMap(namesIn));
    const own = [...printed].filter((name) => name.startsWith("playhead_"));
    const forgotten = own.filter((name) => !asked.has(name) && !/_(bucket|sum|count)$/.test(name));
    expect(forgotten).toEqual([]);
  });
});

describe("the dashboard", () => {
  it("has panels that do not overlap, each with a query", () => {
    const { panels } = JSON.parse(readFileSync("deploy/grafana/playhead.json", "utf8"));
    const taken = new Set<string>();
    for (const { gridPos, targets, title } of panels) {
      expect(targets.length, title).toBeGreaterThan(0);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x} ${y}`), title).toBe(false);
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});
