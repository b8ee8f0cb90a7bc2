import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { distributedIds } from "@/lib/analytics/distributions";
import { noFilters } from "@/lib/filters/conversation-filters";
import { readFilters } from "@/lib/filters/read-filters";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { type MeasuredNaively, measureNaively, valuesNaively } from "@/lib/testing/naive/metrics-naively";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { recentWorlds } from "@/lib/testing/worlds/recent-worlds";
import { distributionCsv } from "./metric-csv";
import { metricDistribution } from "./metric-distribution";

const viewer = testViewer();
const period = { from: "12d", to: "now", tz: "UTC" };

describeEachDatabase("distributions", (openStore) => {
  let known: MeasuredNaively[] = [];

  beforeAll(async () => {
    useStore(await openStore());
    const now = Date.now();
    const worlds = recentWorlds(4, 80, now);
    known = worlds.map((world) => measureNaively(world, now));
    for (const world of worlds) await deliver(store(), { events: world });
  }, 120_000);

  it.each(distributedIds)("equal a naive computation, as do the lists behind them: %s", async (metric) => {
    const filters = { ...noFilters, bot: ["1", "2"], ...(metric === "humanWait" ? { wait: ">25s" } : {}) };
    const found = await metricDistribution(viewer, { ...period, filters, metric });
    if (found instanceof Refusal) throw new Error(found.message);
    const counted = known.filter(({ bot }) => bot === "1" || bot === "2");
    const valuesOf = (one: MeasuredNaively) => {
      const values = valuesNaively(metric, one);
      return metric === "humanWait" ? values.filter((value) => value > 25_000) : values;
    };
    for (const { fromMs, toMs, count, conversations } of some(found.data)) {
      const isIn = (value: number) => value >= fromMs && (toMs === null || value < toMs);
      expect(count, `${metric} from ${fromMs}`).toBe(counted.flatMap(valuesOf).filter(isIn).length);
      const read = readFilters(new URLSearchParams(conversations));
      if (!read.ok) throw new Error(read.message);
      const listed = await countConversations(store(), viewer, read.filters);
      expect(listed, conversations).toBe(counted.filter((one) => valuesOf(one).some(isIn)).length);
    }
    expect(found.data.filter(({ count }) => (count ?? 0) > 0).length).toBeGreaterThan(1);
    const masked = await metricDistribution(testUser("analyst"), { ...period, filters, metric });
    if (masked instanceof Refusal) throw new Error(masked.message);
    expect(masked.data.map(({ count }) => count)).toEqual(
      found.data.map(({ count }) => (count !== null && count > 0 && count < 5 ? null : count)),
    );
    const rows = parse(distributionCsv(found), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ fromMs, count }) => [fromMs, count])).toEqual(
      found.data.map(({ fromMs, count }) => [String(fromMs), String(count)]),
    );
  });

  it("of reply times refuse a filter that no list could add", async () => {
    const request = { ...period, filters: { ...noFilters, replyTime: ">5m" } };
    expect(await metricDistribution(viewer, { ...request, metric: "replyTime" })).toMatchObject({
      ...{ code: "bad_request", parameter: "replyTime" },
    });
    expect(await metricDistribution(viewer, { ...request, metric: "duration" })).toMatchObject({
      data: expect.any(Array),
    });
  });
});

describeEachDatabase("distributions without their events", (openStore) => {
  it("say why they are empty", async () => {
    useStore(await openStore());
    const request = { ...period, filters: noFilters, metric: "resolutionTime" } as const;
    const reason = 'No "status" events have arrived from these bots.';
    expect(await metricDistribution(viewer, request)).toMatchObject({ reason, data: [] });
  });
});
