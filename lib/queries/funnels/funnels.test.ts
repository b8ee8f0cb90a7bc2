import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import type { FunnelResult } from "@/lib/api/schemas/funnels";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { readFilters } from "@/lib/filters/read-filters";
import { flowMap } from "@/lib/queries/flows/flow-map";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { courseNaively } from "@/lib/testing/naive/steps-naively";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { type FlowEvent, flowWorld, templates } from "@/lib/testing/worlds/flow-world";
import { funnelCsv } from "./funnel-csv";
import { type FunnelRequest, funnelResultOf } from "./funnel-result";

const hour = 3_600_000;
const viewer = testViewer();
const started = Date.now();
const isoOf = (at: number) => new Date(at).toISOString();
const period = { from: isoOf(started - 720 * hour), to: isoOf(started), tz: "UTC" };

async function funnelOf(request: Partial<FunnelRequest>, as = viewer): Promise<FunnelResult> {
  const given = { ...period, filters: noFilters, step: [], order: "strict" as const, ...request };
  const result = await funnelResultOf(as, { within: undefined, ...given });
  if (result instanceof Refusal) throw new Error(result.message);
  return result;
}

async function refusalOf(request: Partial<FunnelRequest>): Promise<string> {
  return funnelOf(request).then(
    () => "answered",
    (error: Error) => error.message,
  );
}

/** A step and a naive computation of when it happened; null for a step without a time, which only holds or not. */
interface Candidate {
  label: string;
  times: (world: readonly FlowEvent[]) => number[] | boolean;
}

/** Whether there is a time of each step, after the one before. Tries all of them. */
function goesThrough(
  world: readonly FlowEvent[],
  steps: readonly Candidate[],
  order: string,
  withinMs: number,
): boolean {
  const times = steps.map((step) => step.times(world));
  if (times.includes(false)) return false;
  let courses: number[][] = [[]];
  for (const own of times) {
    if (typeof own === "boolean") continue;
    courses = courses.flatMap((course) => own.map((at) => [...course, at]));
  }
  return courses.some((course) => {
    const isInOrder = course.every((at, place) => place === 0 || at > (course[place - 1] ?? 0));
    return (
      (order === "loose" || isInOrder) && (course.length < 2 || Math.max(...course) - Math.min(...course) <= withinMs)
    );
  });
}

describeEachDatabase("funnels", (openStore) => {
  let worlds: FlowEvent[][] = [];
  let candidates: Candidate[] = [];

  beforeAll(async () => {
    useStore(await openStore());
    const random = randomNumbers(23);
    worlds = Array.from({ length: 150 }, (_, place) =>
      flowWorld(random, 5 + Math.floor(random() * 25), {
        place,
        end: Math.floor(started - (2 + random() * 300) * hour),
      }),
    );
    const events = worlds.flat().map((event) => ({ event, at: random() }));
    const shuffled = events.sort((a, b) => a.at - b.at).map(({ event }) => event);
    while (shuffled.length > 0) await deliver(store(), { events: shuffled.splice(0, 150) });
    const ofBots = await Promise.all(["1", "2"].map(candidatesOf));
    candidates = [
      ...ofBots.flat(),
      { label: "handedOver=yes", times: (world) => [courseNaively(world).handoverAt ?? []].flat() },
      { label: "closed", times: (world) => [closedAt(world) ?? []].flat() },
      { label: "bot=2", times: ([first]) => first?.account.bot.id === 2 },
      {
        label: "engaged=yes",
        times: (world) => world.some(({ event }) => event.payload.message_by?.type === "visitor"),
      },
    ];
  }, 120_000);

  /** The prompts of a bot whose title names them. */
  async function candidatesOf(bot: string): Promise<Candidate[]> {
    const flow = await flowMap(viewer, { bot, ...period, filters: noFilters });
    if (flow instanceof Refusal) throw new Error(flow.message);
    const isOwn = ([first]: readonly FlowEvent[]) => String(first?.account.bot.id) === bot;
    return flow.prompts.flatMap(({ id, title }) => {
      const template = templates.find(({ shown }) => shown === title);
      const name = template?.prompt;
      if (name !== "menu" && name !== "order") return [];
      const timesOf =
        (wanted: (answer: number | null) => boolean, isAnswered: boolean) => (world: readonly FlowEvent[]) =>
          isOwn(world)
            ? courseNaively(world).steps.flatMap(({ prompt, outcome, answer, at, tookMs }) =>
                prompt === name && (!isAnswered || outcome === "answered") && wanted(answer)
                  ? [at + (isAnswered ? (tookMs ?? 0) : 0)]
                  : [],
              )
            : [];
      const edge = flow.edges.find(({ from, answer }) => from === id && answer !== null);
      const index = template?.choices?.findIndex((choice) => choice.title === edge?.answerTitle) ?? -1;
      return [
        { label: `asked=${id}`, times: timesOf(() => true, false) },
        { label: `answered=${id}`, times: timesOf(() => true, true) },
        ...(edge === undefined || index === -1
          ? []
          : [{ label: `chose=${id}/${edge.answer}`, times: timesOf((answer) => answer === index, true) }]),
      ];
    });
  }

  function closedAt(world: readonly FlowEvent[]): number | null {
    const statuses = world.filter(({ event }) => event.payload.status !== undefined);
    const last = statuses.at(-1);
    return last?.event.payload.status === "Close" ? Date.parse(`${last.timestamp.replace(" ", "T")}Z`) : null;
  }

  async function countLink(link: string): Promise<number> {
    const read = readFilters(new URLSearchParams(link));
    if (!read.ok) throw new Error(read.message);
    return countConversations(store(), viewer, read.filters);
  }

  it("equal a naive computation, and each step's list holds exactly its conversations", async () => {
    const random = randomNumbers(7);
    let reached = 0;
    for (let round = 0; round < 60; round += 1) {
      const steps = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, some(candidates)));
      const order = pick(random, ["strict", "loose"] as const);
      const within = pick(random, [null, "2m", "10m"]) ?? undefined;
      const withinMs = within === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(within, 10) * 60_000;
      const result = await funnelOf({ step: steps.map(({ label }) => label), order, within });
      const counts = steps.map(
        (_, place) => worlds.filter((world) => goesThrough(world, steps.slice(0, place + 1), order, withinMs)).length,
      );
      expect(
        result.steps.map(({ cell }) => cell.k),
        `${order} ${within} ${steps.map(({ label }) => label)}`,
      ).toEqual(counts);
      for (const { cell } of result.steps) {
        expect(cell.n).toBe(counts[0]);
        expect(await countLink(cell.conversations)).toBe(cell.k);
      }
      reached += counts.at(-1) ?? 0;
    }
    expect(reached).toBeGreaterThan(100);
  });

  it("narrow the filters of the request", async () => {
    const filters: ConversationFilters = { ...noFilters, status: ["closed"] };
    const [step] = (await funnelOf({ step: ["engaged=yes"], filters })).steps;
    const closed = worlds.filter(
      (world) => closedAt(world) !== null && goesThrough(world, [{ label: "", times: isEngaged }], "strict", 0),
    );
    expect(step?.cell.k).toBe(closed.length);
    const [none] = (await funnelOf({ step: ["status=open"], filters })).steps;
    expect(none?.cell).toMatchObject({ k: 0, value: null });
  });

  const isEngaged = (world: readonly FlowEvent[]) =>
    world.some(({ event }) => event.payload.message_by?.type === "visitor");

  it("refuse what is not a step", async () => {
    expect(await refusalOf({ step: [] })).toContain('"step" is required');
    for (const step of ["nonsense", "created=2024-01-01", "status=maybe", "colour=red"]) {
      expect(await refusalOf({ step: [step] })).toContain('"step"');
    }
    const filters = { ...noFilters, duration: ">1h" };
    expect(await refusalOf({ step: ["duration=>2h"], filters })).toContain("cannot be combined");
  });

  it("hide numbers that could identify a person", async () => {
    const masked = testUser("analyst");
    const step = [
      "engaged=yes",
      ...some(candidates)
        .slice(0, 3)
        .map(({ label }) => label),
    ];
    const all = await funnelOf({ step, order: "loose" });
    const shown = await funnelOf({ step, order: "loose" }, masked);
    const known = shown.steps.map(({ cell }) => cell.k ?? null);
    all.steps.forEach(({ cell: { k = 0 } }, place) => {
      const lost = (all.steps[place - 1]?.cell.k ?? k) - k;
      if ((k > 0 && k < 5) || (lost > 0 && lost < 5)) expect(known[place]).toBeNull();
    });
    expect(known[0]).toBe(all.steps[0]?.cell.k);
  });

  it("answer the same as CSV", async () => {
    const result = await funnelOf({
      step: some(candidates)
        .slice(0, 3)
        .map(({ label }) => label),
    });
    const rows: Record<string, string>[] = parse(funnelCsv(result), { columns: true });
    expect(rows.map((row) => Number(row.conversations))).toEqual(result.steps.map(({ cell }) => cell.k));
  });
});
