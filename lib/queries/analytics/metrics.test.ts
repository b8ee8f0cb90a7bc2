import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { dimensions, isTimeDimension, variableOf } from "@/lib/analytics/dimensions";
import { type MetricId, metricIds } from "@/lib/analytics/metrics";
import type { Cell } from "@/lib/api/schemas/analytics";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { hours } from "@/lib/filters/definitions/time/hour";
import { readFilters } from "@/lib/filters/read-filters";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import {
  cellNaively,
  type MeasuredNaively,
  measureNaively,
  naiveMetrics,
  withFirst,
} from "@/lib/testing/naive/metrics-naively";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { recentWorlds, renumbered, shuffled } from "@/lib/testing/worlds/recent-worlds";
import { listPeople } from "./list-people";
import { metricBreakdown } from "./metric-breakdown";
import { breakdownCsv, peopleCsv, seriesCsv, summaryCsv } from "./metric-csv";
import { metricSeries } from "./metric-series";
import { metricSummary } from "./metric-summary";

const hour = 3_600_000;
const viewer = testViewer();
const tz = "Asia/Kathmandu";
const oneOfEachUnit = ["started", "botOnly", "replyTime", "visitorTurns"] as const satisfies MetricId[];
/** Some dimensions with all metrics, the others with one of each unit. */
const dimensionsToTest = ([...dimensions, "var.plan"] as const)
  .filter((by) => by !== "channel")
  .map((by) => [by, isTimeDimension(by) || variableOf(by) !== null ? oneOfEachUnit : metricIds] as const);
const period = { from: "12d", to: "now", tz };

describeEachDatabase("metrics", (openStore) => {
  let known: MeasuredNaively[] = [];
  const cells: { cell: Cell; conversations: number }[] = [];

  beforeAll(async () => {
    useStore(await openStore());
    const now = Date.now();
    const worlds = [1, 2].flatMap((seed) => recentWorlds(seed, 80, now).map((world) => renumbered(world, seed)));
    known = withFirst(worlds.map((world) => measureNaively(world, now)));
    const random = randomNumbers(7);
    const events = shuffled(worlds.flat(), random);
    while (events.length > 0) {
      await deliver(store(), { events: events.splice(0, 1 + Math.floor(random() * 300)) });
    }
  }, 120_000);

  const expectSame = (cell: Cell | undefined, id: string, all: readonly MeasuredNaively[]) => {
    const { conversations, value, p90, ...naive } = cellNaively(id, all);
    expect(cell, id).toMatchObject(naive);
    if (value === null) expect(cell?.value).toBeNull();
    else expect(cell?.value).toBeCloseTo(value, 6);
    if (p90 !== undefined) expect(cell?.p90).toBeCloseTo(p90, 6);
    if (cell !== undefined) cells.push({ cell, conversations });
  };

  it.each<[string, Partial<ConversationFilters>, (one: MeasuredNaively) => boolean]>([
    ["all", {}, () => true],
    ["one bot", { bot: ["2"] }, ({ bot }) => bot === "2"],
    ["a label", { label: ["vip"] }, ({ labels }) => labels.includes("11")],
    ["closed", { status: ["closed"] }, ({ closer }) => closer !== null],
    ["open", { status: ["open"] }, ({ closer }) => closer === null],
    ["not engaged", { engaged: "no" }, ({ firstVisitorMessage }) => firstVisitorMessage === null],
    ["handed over", { handedOver: "yes" }, ({ handover }) => handover !== null],
    ["settled", { settled: "yes" }, ({ isSettled }) => isSettled],
    ["a long wait", { wait: ">1m" }, ({ humanWaitMs }) => humanWaitMs !== null && humanWaitMs > 60_000],
  ])("equal a naive computation: %s", async (_, filters, isIn) => {
    const summary = await metricSummary(viewer, { ...period, filters: { ...noFilters, ...filters }, metrics: [] });
    if (summary instanceof Refusal) throw new Error(summary.message);
    const wanted = some(known.filter(isIn));
    expect(Object.keys(summary.metrics).sort()).toEqual(Object.keys(naiveMetrics).sort());
    for (const id of metricIds) expectSame(summary.metrics[id], id, wanted);
  });

  it("compare with the period before", async () => {
    const [to, from] = [Date.now() - 24 * hour, Date.now() - 96 * hour].map((at) => new Date(at).toISOString());
    const request = { filters: noFilters, from: String(from), to: String(to), tz, metrics: [] };
    const summary = await metricSummary(viewer, { ...request, compare: "previous" });
    if (summary instanceof Refusal) throw new Error(summary.message);
    const between = (start: number, end: number) =>
      some(known.filter(({ createdAt }) => createdAt >= start * 1000 && createdAt < end * 1000));
    const [start, end] = [Date.parse(String(from)), Date.parse(String(to))];
    for (const id of metricIds) {
      expectSame(summary.metrics[id], id, between(start, end));
      expectSame(summary.previous?.[id], id, between(2 * start - end, start));
    }
  });

  it.each(metricIds)("have the same values in each interval: %s", async (metric) => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: tz });
    const dayOf = (at: number) => format.format(at);
    const series = await metricSeries(viewer, { ...period, filters: noFilters, metric, interval: "day" });
    if (series instanceof Refusal) throw new Error(series.message);
    expect(series.data.length).toBeGreaterThanOrEqual(12);
    const days = series.data.map(({ from }) => dayOf(Date.parse(from)));
    expect(new Set(days).size).toBe(days.length);
    for (const [place, { cell }] of series.data.entries()) {
      expectSame(
        cell,
        metric,
        known.filter(({ createdAt }) => dayOf(createdAt / 1000) === days[place]),
      );
    }
  });

  const valuesOf: Record<string, (one: MeasuredNaively) => string[]> = {
    bot: ({ bot }) => [bot],
    label: ({ labels }) => labels,
    assignee: ({ assignee }) => [assignee],
    closedBy: ({ closer }) => (closer === null ? [] : [closer]),
    language: ({ variables }) => variables.browser_language ?? [],
    "var.plan": ({ variables }) => variables.plan ?? [],
    weekday: ({ createdAt }) => [weekdayOf(createdAt)],
    hour: ({ createdAt }) => [hourOf(createdAt)],
    hourOfWeek: ({ createdAt }) => [`${weekdayOf(createdAt)} ${hourOf(createdAt)}`],
  };
  // One format each: a new one takes memory that is freed late.
  const weekdayFormat = new Intl.DateTimeFormat("en", { timeZone: tz, weekday: "short" });
  const hourFormat = new Intl.DateTimeFormat("en", { timeZone: tz, hour: "numeric", hourCycle: "h23" });
  const weekdayOf = (createdAt: number) => weekdayFormat.format(createdAt / 1000).toLowerCase();
  const hourOf = (createdAt: number) => String(Number(hourFormat.format(createdAt / 1000)));
  const ofTime = ["weekday", "hour", "hourOfWeek"];

  it.each(dimensionsToTest.flatMap(([by, metrics]) => metrics.map((metric) => [metric, by] as const)))(
    "have the same values in each group: %s by %s",
    async (metric, by) => {
      for (const limit of [2, 100]) {
        const found = await metricBreakdown(viewer, { ...period, filters: noFilters, metric, by, limit });
        if (found instanceof Refusal) throw new Error(found.message);
        const values = (one: MeasuredNaively) => valuesOf[by]?.(one) ?? [];
        const keys = new Set(known.flatMap(values));
        expect(found.data).toHaveLength(ofTime.includes(by) ? keys.size : Math.min(limit, keys.size));
        for (const { key, cell } of some(found.data)) {
          expectSame(
            cell,
            metric,
            known.filter((one) => values(one).includes(key)),
          );
        }
        const listed = found.data.map(({ key }) => key);
        const others = known.filter((one) => !values(one).some((value) => listed.includes(value)));
        if (by === "closedBy" || others.length === 0) expect(found.others).toBeNull();
        else expectSame(found.others ?? undefined, metric, others);
      }
    },
  );

  it.each([undefined, "2"])("count what each person did, of bot %s", async (only) => {
    const filters = only === undefined ? noFilters : { ...noFilters, bot: [only] };
    const found = await listPeople(viewer, { ...period, filters });
    if (found instanceof Refusal) throw new Error(found.message);
    const counted = known.filter(({ bot }) => only === undefined || bot === only);
    const ids = new Set(
      counted.flatMap(({ replyTimes, closedByPerson }) => [
        ...replyTimes.map(({ person }) => person),
        ...(closedByPerson === null ? [] : [closedByPerson]),
      ]),
    );
    expect(new Set(some(found.data).map(({ id }) => id))).toEqual(ids);
    for (const { id, conversations, messages, replyTime, closes } of found.data) {
      const wrote = counted.filter(({ replyTimes }) => replyTimes.some(({ person }) => person === id));
      const written = wrote.flatMap(({ replyTimes }) => replyTimes.filter(({ person }) => person === id));
      const times = written.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])).sort((a, b) => a - b);
      const pending = wrote.filter(({ isSettled }) => !isSettled).length;
      expect(conversations).toMatchObject({ value: wrote.length, n: wrote.length, pending });
      expect(messages).toMatchObject({ value: written.length, pending });
      expect(replyTime).toMatchObject({ value: times[Math.ceil(times.length / 2) - 1] ?? null, n: times.length });
      const closed = counted.filter(({ closedByPerson }) => closedByPerson === id).length;
      expect(closes).toMatchObject({ value: closed, n: closed, pending: 0 });
      const timed = wrote.filter(({ replyTimes }) =>
        replyTimes.some(({ person, tookMs }) => person === id && tookMs !== null),
      );
      cells.push({ cell: conversations, conversations: wrote.length }, { cell: closes, conversations: closed });
      cells.push({ cell: messages, conversations: wrote.length }, { cell: replyTime, conversations: timed.length });
    }
  });

  it("refer to lists with exactly the counted conversations", async () => {
    const random = randomNumbers(3);
    for (let number = 0; number < 150; number += 1) {
      const { cell, conversations } = pick(random, cells);
      const read = readFilters(new URLSearchParams(cell.conversations));
      if (!read.ok) throw new Error(read.message);
      expect(await countConversations(store(), viewer, read.filters), cell.conversations).toBe(conversations);
    }
  });

  it("refer to the conversations of a group, whatever else is filtered", async () => {
    const filters = {
      ...noFilters,
      weekday: ["mon", "tue", "wed", "sat"].map((day) => `${day}@Asia/Tokyo`),
      hour: hours.slice(0, 16),
    };
    for (const by of ["weekday", "hour", "hourOfWeek", "var.plan"] as const) {
      const found = await metricBreakdown(viewer, { ...period, filters, metric: "started", by, limit: 9 });
      if (found instanceof Refusal) throw new Error(found.message);
      for (const { cell } of [...some(found.data), ...(found.others === null ? [] : [{ cell: found.others }])]) {
        const read = readFilters(new URLSearchParams(cell.conversations));
        if (!read.ok) throw new Error(read.message);
        expect(await countConversations(store(), viewer, read.filters), cell.conversations).toBe(cell.value);
      }
    }
  });

  it("refuse to break down by a personal variable without the permission", async () => {
    const request = { ...period, filters: noFilters, metric: "started", by: "var.visitor_name", limit: 9 } as const;
    await expect(metricBreakdown(testUser("analyst"), request)).rejects.toMatchObject({
      ...{ code: "forbidden", parameter: "by" },
    });
    expect(await metricBreakdown(viewer, request)).toMatchObject({ data: [] });
  });

  it("count only the viewer's scope", async () => {
    const scoped = testUser("agent", { accounts: null, bots: ["3"] });
    const summary = await metricSummary(scoped, { ...period, filters: noFilters, metrics: [] });
    if (summary instanceof Refusal) throw new Error(summary.message);
    const inScope = withFirst(known.filter(({ bot }) => bot === "3"));
    for (const id of metricIds) expectSame(summary.metrics[id], id, inScope);
    const found = await metricBreakdown(scoped, {
      ...period,
      filters: noFilters,
      metric: "started",
      by: "bot",
      limit: 9,
    });
    expect(found).toMatchObject({ data: [{ key: "3" }], others: null });
  });

  it("hide small numbers from masked viewers", async () => {
    const request = { ...period, filters: noFilters, metric: "started", by: "assignee", limit: 100 } as const;
    const [shown, masked] = [
      await metricBreakdown(viewer, request),
      await metricBreakdown(testUser("analyst"), request),
    ];
    const day = { ...period, filters: noFilters, metric: "closedByBot", interval: "hour" } as const;
    const hours = await metricSeries(testUser("analyst"), day);
    if (shown instanceof Refusal || masked instanceof Refusal || hours instanceof Refusal) throw new Error("refused");
    expect(masked.data.filter(({ cell }) => cell.n >= 5)).not.toEqual([]);
    const numbers = hours.data.flatMap(({ cell }) => [cell.n, cell.k ?? 0, cell.pending]);
    expect(some(numbers).filter((number) => number > 0 && number < 5)).toEqual([]);
    const small = some(hours.data.filter(({ cell }) => cell.reason?.startsWith("Fewer than 5")));
    for (const { cell } of small) expect(cell).toMatchObject({ value: null, n: 0, pending: 0 });
  });
});

describeEachDatabase("metrics without their events", (openStore) => {
  it("have no value, and say why", async () => {
    useStore(await openStore());
    const world = recentWorlds(5, 30, Date.now()).flat();
    await deliver(store(), { events: world.filter(({ event }) => event.type === "message") });
    const summary = await metricSummary(viewer, { ...period, filters: noFilters, metrics: [] });
    if (summary instanceof Refusal) throw new Error(summary.message);
    const reason = 'No "status" events have arrived from these bots.';
    for (const id of ["closed", "closedByBot", "reopened", "resolutionTime"] as const) {
      expect(summary.metrics[id]).toMatchObject({ value: null, reason });
    }
    expect(summary.metrics.humanWait).toMatchObject({ value: null, reason: /"assignee_change"/ });
    expect(summary.metrics.engaged?.value).toBeGreaterThan(0);
  });

  it("have no value while their facts are being rebuilt", async () => {
    useStore(await openStore());
    await deliver(store(), { events: recentWorlds(5, 10, Date.now()).flat() });
    await store().records.projection.create({ data: { name: "facts", version: 1 } });
    const reason = "The facts of all conversations are being rebuilt.";
    const summary = await metricSummary(viewer, { ...period, filters: noFilters, metrics: ["started"] });
    expect(summary).toMatchObject({ metrics: { started: { value: null, reason } } });
    const found = await listPeople(viewer, { ...period, filters: noFilters });
    if (found instanceof Refusal) throw new Error(found.message);
    for (const { messages } of some(found.data)) expect(messages).toMatchObject({ value: null, reason });
  });

  it("have the same numbers as CSV", async () => {
    useStore(await openStore());
    await deliver(store(), { events: recentWorlds(5, 40, Date.now()).flat() });
    const request = { ...period, filters: noFilters };
    const summary = await metricSummary(viewer, { ...request, metrics: [], compare: "previous" });
    const breakdown = await metricBreakdown(viewer, { ...request, metric: "humanWait", by: "bot", limit: 1 });
    const series = await metricSeries(viewer, { ...request, metric: "engaged", interval: "week" });
    const people = await listPeople(viewer, request);
    if (summary instanceof Refusal || breakdown instanceof Refusal) throw new Error("refused");
    if (series instanceof Refusal || people instanceof Refusal) throw new Error("refused");
    const rows = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];
    const same = (row: Record<string, string> | undefined, cell: Cell | null | undefined) => {
      const { value = null, n, pending, p90, interval, conversations } = cell ?? {};
      expect(row).toMatchObject({
        ...{ value: String(value ?? ""), n: String(n), pending: String(pending), conversations: `?${conversations}` },
        ...{ p90: String(p90 ?? ""), low: String(interval?.[0] ?? ""), high: String(interval?.[1] ?? "") },
      });
    };
    const [summaryRows, breakdownRows] = [rows(summaryCsv(summary)), rows(breakdownCsv(breakdown))];
    expect(summaryRows).toHaveLength(2 * metricIds.length);
    for (const { period: of, metric, ...row } of summaryRows) {
      const id = metricIds.find((one) => one === metric) ?? "started";
      same(row, (of === "current" ? summary.metrics : summary.previous)?.[id]);
    }
    expect(breakdownRows.map(({ key }) => key)).toEqual([breakdown.data[0]?.key, ""]);
    same(breakdownRows[0], breakdown.data[0]?.cell);
    same(breakdownRows[1], breakdown.others);
    for (const [place, row] of some(rows(seriesCsv(series))).entries()) same(row, series.data[place]?.cell);
    const [first] = rows(peopleCsv(people));
    expect(first).toMatchObject({ id: people.data[0]?.id, metric: "conversations" });
    same(first, people.data[0]?.conversations);
  });

  it("refuse periods that they cannot use", async () => {
    useStore(await openStore());
    const of = (given: object) => metricSummary(viewer, { ...period, filters: noFilters, metrics: [], ...given });
    expect(await of({ from: "soon" })).toMatchObject({ code: "bad_request", parameter: "from" });
    expect(await of({ to: "20d" })).toMatchObject({ code: "bad_request", parameter: "to" });
    expect(await of({ filters: { ...noFilters, created: "7d" } })).toMatchObject({ parameter: "created" });
    const series = { ...period, filters: noFilters, metric: "started", interval: "hour", from: "90d" } as const;
    expect(await metricSeries(viewer, series)).toMatchObject({ parameter: "interval" });
  });
});
