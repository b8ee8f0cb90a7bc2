import {
  type ConversationFilters,
  type FilterName,
  filterNames,
  filterOf,
  noFilters,
} from "@/lib/filters/conversation-filters";
import { type FilterKey, filters } from "@/lib/filters/filters";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { flowEnds, origins } from "@/lib/filters/kinds/flow-ends";
import type { VariableFilter } from "@/lib/filters/values/variable-filter";
import { agents, pick, prompts, words } from "@/lib/testing/many-conversations";
import { samplePrompts } from "./sample-prompts";

/** Random filters for the conversations of `manyConversations`, including new ones in the table: most of them match some. */
export function randomFilters(random: () => number): ConversationFilters {
  const set = filterNames.map((name) => {
    const { key, isList } = filterOf(name);
    const values =
      random() < (filtersOnAverage * weightOf(name)) / totalWeight
        ? [pick(random, samplesOf(key)), pick(random, samplesOf(key))]
        : [];
    const given = [...new Set(values.slice(Math.floor(random() * 2)))];
    return [name, isList ? given : (given[0] ?? null)];
  });
  // Each name with its own values.
  return { ...noFilters, ...(Object.fromEntries(set) as ConversationFilters), variables: randomVariables(random) };
}

/** Each of these passes few conversations. */
const selective: readonly FilterKey[] = ["said", "botSaid", "agentSaid", "note", "raw", "weekday", "hour"];

/** Values that the definition's filter accepts. */
export function samplesOf(key: FilterKey): readonly string[] {
  const { only, kind }: FilterDefinition = filters[key];
  return only ?? samples[key] ?? ofKind[kind];
}

const people = ["none", ...agents.map(({ id }) => id), "ada@example.com"];
const moments = ["2024-01-10..2024-03-10", ">=2024-01-20", "<2024-02-20", "2024-02-03", "2024-01-05T10:00:00Z.."];

const ofKind: Record<FilterDefinition["kind"], readonly string[]> = {
  list: [],
  "yes or no": ["yes", "no"],
  moment: ["2024-01-10", "2024-02-10T05:00:00+05:45", "2024-03-01", "2024-02-20 10:00"],
  moments,
  count: [">2", "<=4", "2..5", "3"],
  duration: ["<4h", ">=2h", "1h..10h", ">5m"],
};

const prompted = samplePrompts();

/** Every list without fixed values needs some here; a test checks that. */
const samples: Partial<Record<FilterKey, readonly string[]>> = {
  assignee: people,
  label: ["11", "vip", "Needs\u00a0review", "13", "GROSSE", "cafe", "café"],
  bot: ["1", "2", "3"],
  channel: ["Web", "whatsapp", "Facebook", "Telex"],
  account: ["476", "account", "477"],
  visitor: ["visitor-1", "visitor-2", "visitor-3"],
  key: ["0".repeat(32)],
  has: ["text", "image", "hologram"],
  repliedBy: agents.map(({ id }) => id),
  answeredBy: agents.map(({ id }) => id),
  closedBy: ["user", "Team", "8182", "ADA@example.com"],
  q: words,
  said: words,
  botSaid: words,
  agentSaid: words,
  note: [...words, "note"],
  raw: ['"type":"note"', "refund", "Refund", '"id":"8181"', "100%_", "nowhere at all"],
  unanswered: ["yes", "no", "button", "form", "text"],
  stoppedAt: prompts,
  weekday: ["mon", "tue@Asia/Kathmandu", "sun@America/Santiago", "sat"],
  hour: ["0", "7@Australia/Lord_Howe", "23@Asia/Kathmandu", "12"],
  asked: [...prompted.ids, ...prompted.ids.flatMap((id) => stepOutcomes.map((outcome) => `${id}/${outcome}`))],
  answered: prompted.ids,
  abandonedAt: prompted.ids,
  chose: prompted.ids.flatMap((id) => ["", ...prompted.answers].map((answer) => `${id}/${answer}`)),
  inOrder: prompted.ids.flatMap((id) => [
    `strict;;asked=${id};answered=${id};closed`,
    `strict;10m;answered=${id};handedOver`,
    `loose;1h;handedOver;asked=${id}`,
  ]),
  went: prompted.ids.flatMap((id) => [
    ...[...flowEnds, ...prompted.ids].map((to) => `${id}//${to}`),
    ...origins.map((from) => `${from}//${id}`),
  ]),
};

/** Selective filters are chosen rarely, so that many combinations match something. */
function weightOf(name: FilterName): number {
  const { key, how } = filterOf(name);
  if (selective.includes(key)) return 1;
  if (how !== "any") return 3;
  return (filters[key] as FilterDefinition).kind === "list" ? 5 : 3;
}

/** However many filters the table has. */
const filtersOnAverage = 3;
const totalWeight = filterNames.reduce((sum, name) => sum + weightOf(name), 0);

function randomVariables(random: () => number): VariableFilter[] {
  const maybe = (chance: number, values: readonly string[]) =>
    random() < chance ? [...new Set([pick(random, values), pick(random, values)])] : [];
  const tests = (name: string, test: VariableFilter["test"], values: readonly string[]) =>
    values.map((value) => ({ name, test, value }));
  return [
    ...tests("plan", "is", maybe(0.1, ["pro", "Pro", "free"])),
    ...tests("age", "is", maybe(0.1, ["7", "42", "null"])),
    ...tests("plan", "not", maybe(0.05, ["pro", ""])),
    ...tests("trial", "exists", maybe(0.05, ["yes", "no"])),
    ...tests("plan", "contains", maybe(0.05, ["O", "ré", "spa", "spä", "spá"])),
    ...(["over", "under", "min", "max"] as const).flatMap((test) => [
      ...tests("age", test, maybe(0.03, ["7", "41.5", "1e2"])),
      ...tests("due", test, maybe(0.03, ["2024-02-01", "2024-02-01T09:00:00Z", "soon"])),
    ]),
  ];
}
