import { usualFacets } from "@/lib/api/facets";
import type { Dialect } from "@/lib/env/database-url";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { countFacets } from "@/lib/store/lists/count-facets";
import { type ListPlace, listConversations } from "@/lib/store/lists/list-conversations";
import { countTabs } from "@/lib/store/lists/list-counts";
import { fullAccess } from "@/lib/testing/viewer";
import { commonWord, rareWord } from "./conversations";
import { freshDatabase } from "./database";
import type { Bound, Figure } from "./figure";
import { fillMany } from "./fill-many";
import { median } from "./statistics";

const calls = 21;
const smallest = 10_000;

/** A query of the inbox, as its routes send it. */
export interface ListQuery {
  name: string;
  wanted: Bound | null;
  run(store: Store, deep: ListPlace): Promise<unknown>;
}

const page =
  (filters: Partial<ConversationFilters>, after: ListPlace | null = null) =>
  (store: Store) =>
    listConversations(store, fullAccess, {
      filters: { ...noFilters, ...filters },
      sort: "-lastEventAt",
      limit: 50,
      after,
    });

const facets = (filters: Partial<ConversationFilters>) => (store: Store) =>
  countFacets(store, fullAccess, { filters: { ...noFilters, ...filters }, facets: usualFacets, search: "", limit: 20 });

const labelled = { status: ["closed"], label: ["refund"] } satisfies Partial<ConversationFilters>;

export const listQueries: readonly ListQuery[] = [
  { name: "first page", wanted: { atMost: 2 }, run: page({}) },
  {
    name: "status + label + date",
    wanted: { atMost: 2 },
    run: page({ ...labelled, from: "2025-01-03", to: "2025-01-06" }),
  },
  {
    name: "one variable",
    wanted: { atMost: 2 },
    run: page({ variables: [{ name: "plan", test: "is", value: "pro" }] }),
  },
  { name: "facets", wanted: { atMost: 2 }, run: facets({}) },
  { name: "facets under status + label", wanted: { atMost: 2 }, run: facets(labelled) },
  { name: "a rare word", wanted: { atMost: 5 }, run: page({ q: [rareWord] }) },
  { name: "a common word", wanted: null, run: page({ q: [commonWord] }) },
  { name: "a page in the middle", wanted: { atMost: 2 }, run: (store, deep) => page({}, deep)(store) },
  { name: "counts of the tabs", wanted: null, run: (store) => countTabs(store, fullAccess, noFilters) },
];

/** The inbox's queries for growing numbers of conversations, compared with 10,000. */
export async function measureLists(dialect: Dialect, { full }: { full: boolean }): Promise<Figure[]> {
  const fresh = await freshDatabase(dialect);
  const store = openStore(fresh.database);
  const figures: Figure[] = [];
  await fillMany(store, smallest);
  const baselines = await measureAll(store, smallest);
  for (const size of full ? [100_000, 1_000_000] : [100_000]) {
    await fillMany(store, size);
    const times = await measureAll(store, size);
    for (const [place, { name, wanted }] of listQueries.entries()) {
      figures.push({
        name: `${name}, ${size.toLocaleString("en")} conversations, ${dialect === "sqlite" ? "SQLite" : "Postgres"}`,
        value: times[place] ?? Number.NaN,
        unit: "ms",
        baseline: { name: `ms at ${smallest.toLocaleString("en")}`, value: baselines[place] ?? Number.NaN },
        wanted,
      });
    }
  }
  await store.close();
  await fresh.drop();
  return figures;
}

/** The median duration of each query, in milliseconds; the queries alternate. */
async function measureAll(store: Store, size: number): Promise<number[]> {
  const deep = await middlePlace(store, size);
  const times = listQueries.map((): number[] => []);
  for (let call = 0; call <= calls; call++) {
    for (const [place, { run }] of listQueries.entries()) {
      const startedAt = performance.now();
      await run(store, deep);
      if (call > 0) times[place]?.push(performance.now() - startedAt);
    }
  }
  return times.map(median);
}

/** A cursor in the middle of the list of a store that `fillMany` filled. */
export async function middlePlace({ reader }: Store, size: number): Promise<ListPlace> {
  const { id, lastEventAt } = await reader.conversation.findFirstOrThrow({
    where: { id: { gte: BigInt(size / 2) } },
    orderBy: { id: "asc" },
  });
  return { value: lastEventAt, id };
}
