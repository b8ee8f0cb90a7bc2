import { beforeAll, describe, expect, it } from "vitest";
import { metricIds } from "@/lib/analytics/metrics";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { countMetrics } from "@/lib/store/analytics/count-metrics";
import type { Store } from "@/lib/store/connection/open-store";
import { listConversations } from "@/lib/store/lists/list-conversations";
import { describeEachDatabase } from "@/lib/testing/databases";
import { type Plan, plansOf } from "@/lib/testing/plans-of";
import { fullAccess } from "@/lib/testing/viewer";
import { fillMany } from "./fill-many";
import { listQueries, middlePlace } from "./lists";

const conversations = 8000;

describeEachDatabase("the benchmark of lists in a small form", (openStore, _, dialect) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    await fillMany(store, conversations, 200);
  }, 240_000);

  it("has the given number of conversations and events", async () => {
    expect(await store.reader.conversation.count()).toBe(conversations);
    expect(await store.reader.event.count()).toBe(conversations * 10);
    const { rows } = await listConversations(store, fullAccess, {
      filters: noFilters,
      sort: "-lastEventAt",
      limit: 1,
      after: null,
    });
    expect(rows[0]?.id).toBe(BigInt(conversations));
  });

  it.each(listQueries)("$name finds something without a full scan", async ({ run }) => {
    const deep = await middlePlace(store, conversations);
    expect(
      JSON.stringify(await run(store, deep), (_key, value) => (typeof value === "bigint" ? Number(value) : value)),
    ).toMatch(/"(?:id|count|open)":[1-9]/);
    const plans = await plansOf(store, (spied) => run(spied, deep));
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flatMap((plan) => fullScans(plan))).toEqual([]);
  });

  it("finds the conversations of a metric's period in an index", async () => {
    const { _min, _max } = await store.reader.conversation.aggregate({
      _min: { createdAt: true },
      _max: { createdAt: true },
    });
    const [from, to] = [_min.createdAt ?? 0n, _max.createdAt ?? 0n];
    const cohort = { filters: noFilters, from: to - (to - from) / 4n, to };
    const plans = await plansOf(store, async (spied) => {
      const counted = await countMetrics(spied, fullAccess, cohort, metricIds);
      expect(counted.get("started")?.[0]?.n).toBeGreaterThan(conversations / 5);
    });
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flatMap((plan) => fullScans(plan))).toEqual([]);
  });

  describe("rare ones", () => {
    const rare: [string, Partial<ConversationFilters>][] = [
      ["gaps", { gaps: "yes" }],
      ["notes, messages, duration", { notes: "no", messages: ">90", duration: ">30d" }],
      ["who closed it", { closedBy: ["nobody@example.com"] }],
      ["what never meets", { "label.all": ["vip", "refund"] }],
    ];
    it.each(rare)("%s are searched only in an index", async (_name, filters) => {
      const plans = await plansOf(store, (spied) =>
        listConversations(spied, fullAccess, {
          filters: { ...noFilters, ...filters },
          sort: "-lastEventAt",
          limit: 50,
          after: null,
        }),
      );
      expect(plans.flatMap((plan) => fullScans(plan))).toEqual([]);
    });
  });

  it("dates of both kinds use an index range of each facet set", async () => {
    const filters = { ...noFilters, from: "2025-01-02", to: "2025-01-04" };
    const plans = await plansOf(store, (spied) =>
      listConversations(spied, fullAccess, { filters, sort: "-lastEventAt", limit: 50, after: null }),
    );
    const steps = plans.flatMap((plan) => plan.steps);
    expect(plans.flatMap((plan) => fullScans(plan))).toEqual([]);
    expect(steps.join("\n")).toMatch(
      /Conversation_facets_idx \(facetSetId=\? AND lastEventAt>\? AND lastEventAt<\?\)|Index Only Scan Backward using "Conversation_facets_idx"/,
    );
  });

  /** Full scans of a table, or of an index other than the list's own, in whose order a page is scanned. */
  function fullScans({ sql, steps }: Plan): string[] {
    const isFull = (step: string) =>
      dialect === "sqlite"
        ? /^SCAN [cretlw]\b/.test(step) &&
          !/^SCAN [cw] USING (COVERING )?INDEX Conversation_(list_idx|unanswered_partial)| VIRTUAL TABLE /.test(step) &&
          !steps.includes(step.replace("SCAN", "CO-ROUTINE"))
        : /Seq Scan on "(?:Conversation|Event)/.test(step);
    return steps.filter(isFull).map((step) => `${step}: ${sql}`);
  }
});
