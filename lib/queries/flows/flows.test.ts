import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import type { FlowEdge, FlowMap, FlowPrompt } from "@/lib/api/schemas/flows";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { readFilters } from "@/lib/filters/read-filters";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { type NaiveStep, stepsNaively } from "@/lib/testing/naive/steps-naively";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { type FlowEvent, flowWorld, templates } from "@/lib/testing/worlds/flow-world";
import { flowCsv, flowListCsv } from "./flow-csv";
import { flowMap } from "./flow-map";
import { flowPrompt } from "./flow-prompt";
import { flowWiring } from "./flow-wiring";
import { listFlows } from "./list-flows";

const hour = 3_600_000;
const viewer = testViewer();
const started = Date.now();
const period = { from: isoOf(started - 720 * hour), to: isoOf(started), tz: "Asia/Kathmandu" };

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

interface Known {
  key: string;
  bot: string;
  isClosed: boolean;
  isSettled: boolean;
  steps: (NaiveStep & { next: NaiveStep | null })[];
}

function knownOf(world: readonly FlowEvent[], now: number): Known {
  const steps = stepsNaively(world);
  const [first] = world;
  const last = world.at(-1)?.timestamp.replace(" ", "T");
  const statuses = world.flatMap(({ event: { payload } }) => payload.status ?? []);
  const isClosed = statuses.at(-1) === "Close";
  return {
    ...{ key: first?.conversation.key ?? "", bot: String(first?.account.bot.id), isClosed },
    isSettled: isClosed || now - Date.parse(`${last}Z`) > 24 * hour,
    steps: steps.map((step, place) => ({ ...step, next: steps[place + 1] ?? null })),
  };
}

/** What an edge or an outcome is called in these tests: the titles of prompts and choices in place of ids. */
const toOf = ({ wentTo, next }: Known["steps"][number], { isSettled }: Known) =>
  wentTo === "prompt" ? nameOf(next) : wentTo === "open" ? (isSettled ? "silence" : "pending") : wentTo;
const outcomeOf = ({ outcome }: NaiveStep, { isSettled }: Known) =>
  outcome === "open" ? (isSettled ? "abandoned" : "pending") : outcome;
/** Yes or no is asked twice in some conversations: these are two prompts. */
const nameOf = (step: Pick<NaiveStep, "prompt" | "shown"> | null) =>
  step?.prompt === "yes or no" ? step.shown : String(step?.prompt);
const edgesOf = (step: Known["steps"][number], one: Known) => [
  `${nameOf(step)}/${step.answer ?? ""}/${toOf(step, one)}`,
  ...(step.cameFrom === "prompt" ? [] : [`${step.cameFrom}//${nameOf(step)}`]),
];

async function flowOf(bot: string, filters: Partial<ConversationFilters> = {}, as = viewer): Promise<FlowMap> {
  const flow = await flowMap(as, { bot, ...period, filters: { ...noFilters, ...filters } });
  if (flow instanceof Refusal) throw new Error(flow.message);
  return flow;
}

/** Names of prompts by id, from their titles. */
function namesOf(flow: FlowMap): (id: string) => string {
  const names = new Map(
    flow.prompts.map(({ id, title }) => {
      const template = templates.find(({ shown }) => shown === title);
      return [id, nameOf(template ?? { prompt: title ?? "", shown: title ?? "" })];
    }),
  );
  return (id) => names.get(id) ?? id;
}

function edgeName(flow: FlowMap, { from, answerTitle, to }: FlowEdge): string {
  const nameOf = namesOf(flow);
  const index = templates
    .map(({ choices }) => choices?.findIndex(({ title }) => title === answerTitle) ?? -1)
    .find((found) => found !== -1);
  return `${nameOf(from)}/${index ?? ""}/${nameOf(to)}`;
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...counts].map(([name, all]) => [name, all.length]));
}

async function countLink(link: string): Promise<number> {
  const read = readFilters(new URLSearchParams(link));
  if (!read.ok) throw new Error(read.message);
  return countConversations(store(), viewer, read.filters);
}

describeEachDatabase("flows", (openStore) => {
  let known: Known[] = [];

  beforeAll(async () => {
    useStore(await openStore());
    const now = started;
    const random = randomNumbers(11);
    const worlds = Array.from({ length: 120 }, (_, place) => {
      const ago = random() < 0.3 ? 2 + random() * 20 : 26 + random() * 300;
      return flowWorld(random, 1 + Math.floor(random() * 20), { place, end: Math.floor(now - ago * hour) });
    });
    known = worlds.map((world) => knownOf(world, now));
    const events = worlds
      .flat()
      .map((event) => ({ event, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event);
    while (events.length > 0) {
      await deliver(store(), { events: events.splice(0, 1 + Math.floor(random() * 200)) });
    }
  }, 120_000);

  const filterings: [string, Partial<ConversationFilters>, (one: Known) => boolean][] = [
    ["all", {}, () => true],
    ["closed", { status: ["closed"] }, ({ isClosed }) => isClosed],
    ["not settled", { settled: "no" }, ({ isSettled }) => !isSettled],
    [
      "handed over",
      { handedOver: "no" },
      ({ steps }) => steps.every(({ cameFrom, wentTo }) => cameFrom !== "human" && wentTo !== "human"),
    ],
  ];

  it.each(filterings.slice(0, 3))("equal a naive computation: %s", async (_, filters, isIn) => {
    for (const bot of ["1", "2"]) {
      const flow = await flowOf(bot, filters);
      const own = some(known.filter((one) => one.bot === bot && isIn(one)));
      const name = namesOf(flow);
      const outcomes = flow.prompts.flatMap((prompt) =>
        stepOutcomes.flatMap((outcome) =>
          Array.from({ length: prompt[outcome] ?? 0 }, () => `${name(prompt.id)}: ${outcome}`),
        ),
      );
      const wanted = own.flatMap((one) => one.steps.map((step) => `${nameOf(step)}: ${outcomeOf(step, one)}`));
      expect(tally(outcomes)).toEqual(tally(wanted));
      const edges = Object.fromEntries(flow.edges.map((edge) => [edgeName(flow, edge), edge.count]));
      expect(edges).toEqual(tally(own.flatMap((one) => one.steps.flatMap((step) => edgesOf(step, one)))));
      for (const { id, answerTime } of flow.prompts) {
        const times = own
          .flatMap(({ steps }) =>
            steps.filter((step) => nameOf(step) === name(id)).flatMap(({ tookMs }) => tookMs ?? []),
          )
          .sort((a, b) => a - b);
        expect(answerTime.n).toBe(times.length);
        expect(answerTime.value).toBe(times[Math.ceil(times.length / 2) - 1] ?? null);
      }
    }
  });

  it.each(filterings)("lose nobody between two prompts: %s", async (_, filters) => {
    const { prompts, edges } = await flowOf("1", filters);
    const total = (counts: readonly (number | null)[]) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    for (const prompt of some(prompts)) {
      const { id, shown } = prompt;
      expect(total(stepOutcomes.map((outcome) => prompt[outcome]))).toBe(shown);
      expect(total(edges.filter(({ to }) => to === id).map(({ count }) => count))).toBe(shown);
      expect(total(edges.filter(({ from }) => from === id).map(({ count }) => count))).toBe(shown);
    }
  });

  it("refer to lists with exactly the counted conversations", async () => {
    const random = randomNumbers(5);
    const flow = await flowOf("2", { settled: "yes" });
    const own = known.filter(({ bot, isSettled }) => bot === "2" && isSettled);
    const name = namesOf(flow);
    const countIf = (test: (step: Known["steps"][number], one: Known) => boolean) =>
      own.filter((one) => one.steps.some((step) => test(step, one))).length;
    for (let number = 0; number < 60; number += 1) {
      const edge = pick(random, some(flow.edges));
      const wanted = edgeName(flow, edge);
      expect(await countLink(edge.conversations), wanted).toBe(
        countIf((step, one) => edgesOf(step, one).includes(wanted)),
      );
    }
    for (const prompt of some(flow.prompts)) {
      const isOf = (step: NaiveStep) => nameOf(step) === name(prompt.id);
      expect(await countLink(prompt.conversations)).toBe(countIf(isOf));
      const answered = countIf((step) => isOf(step) && step.outcome === "answered");
      expect(await countLink(prompt.answerTime.conversations)).toBe(answered);
      for (const outcome of stepOutcomes) {
        const count = countIf((step, one) => isOf(step) && outcomeOf(step, one) === outcome);
        expect(await countLink(`bot=2&settled=yes&asked=${prompt.id}/${outcome}`)).toBe(count);
        if (outcome === "abandoned") {
          expect(await countLink(`bot=2&settled=yes&abandonedAt=${prompt.id}`)).toBe(count);
        }
      }
    }
  });

  it("are listed by bot", async () => {
    const listed = await listFlows(viewer, { ...period, filters: { ...noFilters, settled: "yes" } });
    if (listed instanceof Refusal) throw new Error(listed.message);
    const bots = [...Map.groupBy(some(known.filter(({ isSettled }) => isSettled)), ({ bot }) => bot)];
    expect(
      Object.fromEntries(listed.data.map(({ id, ...one }) => [id, [one.conversations.value, one.shown, one.answered]])),
    ).toEqual(
      Object.fromEntries(
        bots.map(([bot, own]) => {
          const steps = own.flatMap((one) => one.steps);
          return [bot, [own.length, steps.length, steps.filter(({ outcome }) => outcome === "answered").length]];
        }),
      ),
    );
    for (const { conversations, handedOver, abandoned } of some(listed.data)) {
      expect(await countLink(conversations.conversations)).toBe(conversations.value);
      expect(await countLink(handedOver.conversations)).toBe(handedOver.k);
      expect(await countLink(abandoned.conversations)).toBe(abandoned.k);
    }
    const rows = parse(flowListCsv(listed).replace(/^\ufeff/, ""), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id, shown }) => [id, shown])).toEqual(listed.data.map(({ id, shown }) => [id, String(shown)]));
    const scoped = await listFlows(testUser("agent", { accounts: null, bots: ["2"] }), {
      ...period,
      filters: noFilters,
    });
    expect(scoped).toMatchObject({ data: [{ id: "2" }] });
  });

  it("describe a prompt: variants, answers, what follows", async () => {
    const flow = await flowOf("1");
    const own = known.filter(({ bot }) => bot === "1").flatMap((one) => one.steps.map((step) => ({ ...step, one })));
    const menu = flow.prompts.find(({ id }) => namesOf(flow)(id) === "menu") as FlowPrompt;
    const found = await flowPrompt(viewer, { bot: "1", id: menu.id, ...period, filters: noFilters });
    if (found instanceof Refusal) throw new Error(found.message);
    expect(found.prompt).toEqual(menu);
    const steps = own.filter(({ prompt }) => prompt === "menu");
    expect(Object.fromEntries(found.variants.map(({ title, shown }) => [title, shown]))).toEqual(
      tally(steps.map(({ shown }) => shown)),
    );
    for (const { title, conversations } of found.variants) {
      const keys = new Set(steps.filter(({ shown }) => shown === title).map(({ one }) => one.key));
      expect(await countLink(conversations)).toBe(keys.size);
    }
    expect(found.answers.map(({ count }) => count).sort()).toEqual(
      Object.values(tally(steps.flatMap(({ answer }) => (answer === null ? [] : [String(answer)])))).sort(),
    );
    const choices = templates.filter(({ prompt }) => prompt === "menu").map((one) => one.choices ?? []);
    for (const { title, conversations } of some(found.answers)) {
      const index = choices.map((one) => one.findIndex((choice) => choice.title === title)).find((at) => at !== -1);
      const keys = new Set(steps.filter(({ answer }) => answer === index).map(({ one }) => one.key));
      expect(await countLink(conversations), String(title)).toBe(keys.size);
    }
    expect(found.next).toEqual(flow.edges.filter(({ from }) => from === menu.id));
  });

  it("check the wiring", async () => {
    const found = await flowWiring(viewer, { bot: "1", ...period, filters: noFilters });
    if (found instanceof Refusal) throw new Error(found.message);
    const flow = await flowOf("1");
    const order = flow.prompts.find(({ title }) => title?.startsWith("Order"));
    const wires = found.data.filter(({ prompt }) => prompt === order?.id);
    expect(wires.map(({ title, leadsTo }) => [title, leadsTo])).toEqual([
      ["Track", "8"],
      ["Cancel", "9"],
      ["Stop", "9"],
    ]);
    for (const { answer, prompt, count, next } of some(found.data)) {
      const edges = flow.edges.filter((edge) => edge.from === prompt && edge.answer === answer);
      expect(count).toBe(edges.reduce((sum, edge) => sum + edge.count, 0));
      expect(next.length).toBe(edges.length);
    }
    // What follows is random.
    expect(found.data.some(({ flags }) => flags.includes("leadsToSeveral"))).toBe(true);
  });

  it("hide what could identify a person from masked viewers", async () => {
    const masked = await flowOf("1", { settled: "yes" }, testUser("analyst"));
    const shown = await flowOf("1", { settled: "yes" });
    const all = new Map(shown.prompts.map((prompt) => [prompt.id, prompt]));
    let hidden = 0;
    for (const prompt of some(masked.prompts)) {
      for (const outcome of stepOutcomes) {
        const [seen, real] = [prompt[outcome], all.get(prompt.id)?.[outcome] ?? 0];
        if (seen === null) hidden += 1;
        else expect(seen).toBe(real);
        if (seen !== null && seen > 0) expect(seen).toBeGreaterThanOrEqual(5);
      }
    }
    expect(hidden).toBeGreaterThan(0);
    expect(masked.edges.length).toBeLessThan(shown.edges.length);
    for (const { count } of masked.edges) expect(count).toBeGreaterThanOrEqual(5);
    // A single hidden way could be computed from the others.
    for (const { id, shown: total } of masked.prompts) {
      const out = masked.edges.filter(({ from }) => from === id);
      const left = out.reduce((sum, { count }) => sum + count, 0);
      const lost = shown.edges.filter(({ from }) => from === id).length - out.length;
      expect(lost === 1 && total !== null && left < total).toBe(false);
    }
  });

  it("are refused outside of the viewer's scope, and for an unknown bot", async () => {
    const scoped = testUser("agent", { accounts: null, bots: ["2"] });
    const request = { bot: "1", ...period, filters: noFilters };
    expect(await flowMap(scoped, request)).toMatchObject({ code: "not_found" });
    expect(await flowMap(viewer, { ...request, bot: "9" })).toMatchObject({ code: "not_found" });
    expect(await flowOf("2", {}, scoped)).toMatchObject({ prompts: (await flowOf("2")).prompts });
  });

  it("have the same numbers as CSV", async () => {
    const flow = await flowOf("1");
    const rows = parse(flowCsv(flow).replace(/^\ufeff/, ""), { columns: true }) as Record<string, string>[];
    expect(
      rows.filter(({ kind }) => kind === "prompt").map(({ from, count, answered }) => [from, count, answered]),
    ).toEqual(flow.prompts.map(({ id, shown, answered }) => [id, String(shown), String(answered)]));
    expect(rows.filter(({ kind }) => kind === "edge").map(({ from, to, count }) => [from, to, Number(count)])).toEqual(
      flow.edges.map(({ from, to, count }) => [from, to, count]),
    );
  });
});
