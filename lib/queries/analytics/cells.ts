import "server-only";
import { can } from "@/lib/access/permissions";
import { type MetricId, metricOf, type NeededEvent } from "@/lib/analytics/metrics";
import { type Cohort, conversationsIn, conversationsOf, noConversations } from "@/lib/analytics/narrow";
import { fewestShown, reasons } from "@/lib/analytics/reasons";
import { wilson } from "@/lib/analytics/statistics";
import type { Cell } from "@/lib/api/schemas/analytics";
import type { Viewer } from "@/lib/auth/viewer";
import { hasArrived } from "@/lib/store/analytics/arrived-kinds";
import type { Counted } from "@/lib/store/analytics/count-metrics";
import { projectionIsReady } from "@/lib/store/analytics/projection-is-ready";
import type { Ranks } from "@/lib/store/analytics/read-ranks";
import { store } from "@/lib/store/connection/client";
import { factsProjection } from "@/lib/store/projections/facts";

/** Makes cells of what was counted. */
export class Cells {
  readonly #viewer: Viewer;
  readonly #arrived = new Map<string, Promise<boolean>>();
  #isReady: Promise<boolean> | undefined;

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
  }

  /** @param counted undefined if there is no conversation */
  async cell(id: MetricId, cohort: Cohort, counted: Counted | undefined): Promise<Cell> {
    const metric = metricOf(id);
    const { k = 0, n = 0, median = null, p90 = null, pending = 0, unanswered = 0 } = counted ?? {};
    const cell: Cell = {
      ...{ value: null, n, pending, method: "exact", conversations: conversationsOf(cohort, metric.counted) },
      ...(metric.unit === "share" ? { k } : {}),
      ...("unanswered" in metric ? { neverAnswered: unanswered } : {}),
    };
    const shown = this.#masked(cell);
    if (shown.reason !== undefined) return shown;
    const reason = await this.missing(id, cohort, metric.unit === "share" ? k : n);
    if (reason !== null) return { ...shown, reason };
    if (metric.unit === "count") return { ...shown, value: n };
    if (n === 0) return { ...shown, reason: reasons.noValues };
    if (metric.unit === "share") return { ...shown, value: k / n, interval: wilson(k, n) };
    const scale = metric.unit === "duration" ? 1000 : 1;
    return { ...shown, value: (median ?? 0) / scale, p90: (p90 ?? 0) / scale };
  }

  /** A count of other things than a metric's, and the filters of their conversations. */
  async count(cohort: Cohort, n: number, pending: number): Promise<Cell> {
    const conversations = n === 0 ? noConversations : conversationsIn(cohort);
    const cell = this.#masked({ value: n, n, pending, method: "exact", conversations });
    return (await this.#areFactsReady()) ? cell : { ...cell, value: null, reason: reasons.rebuilding };
  }

  /** A duration, from percentiles in microseconds. */
  async duration(cohort: Cohort, { n, median, p90 }: Ranks, pending: number): Promise<Cell> {
    const cell = await this.count(cohort, n, pending);
    if (cell.value === null) return cell;
    if (median === null || p90 === null) return { ...cell, value: null, reason: reasons.noValues };
    return { ...cell, value: median / 1000, p90: p90 / 1000 };
  }

  /** A share, hidden also if so many conversations could be told from it. */
  share(
    { k, n, pending, conversations }: { k: number; n: number; pending: number; conversations: string },
    told: number,
  ): Cell {
    const cell: Cell = { value: null, k, n, pending, method: "exact", conversations };
    const shown = this.isHidden(told) ? hidden(cell) : this.#masked(cell);
    if (shown.reason !== undefined) return shown;
    return n === 0 ? { ...shown, reason: reasons.noValues } : { ...shown, value: k / n, interval: wilson(k, n) };
  }

  #masked(cell: Cell): Cell {
    const { n, k = 0, pending, neverAnswered = 0 } = cell;
    if (this.isHidden(n) || this.isHidden(k)) return hidden(cell);
    return {
      ...cell,
      ...(this.isHidden(pending) ? { pending: 0 } : {}),
      ...(this.isHidden(neverAnswered) ? { neverAnswered: undefined } : {}),
    };
  }

  /** Why there can be no value: what it needs is missing. */
  async missing(id: MetricId, { filters }: Cohort, found: number): Promise<string | null> {
    if (!(await this.#areFactsReady())) return reasons.rebuilding;
    if (found > 0) return null;
    for (const kind of metricOf(id).needs) {
      if (!(await this.#hasArrived(filters, kind))) return `No "${kind}" events have arrived from these bots.`;
    }
    return null;
  }

  #hasArrived(filters: Cohort["filters"], kind: NeededEvent): Promise<boolean> {
    const key = JSON.stringify([kind, filters.bot, filters["-bot"], filters.account, filters["-account"]]);
    const known = this.#arrived.get(key) ?? hasArrived(store(), this.#viewer, filters, kind);
    this.#arrived.set(key, known);
    return known;
  }

  #areFactsReady(): Promise<boolean> {
    this.#isReady ??= projectionIsReady(store(), factsProjection);
    return this.#isReady;
  }

  /** Whether the viewer must not see the number. */
  isHidden(count: number): boolean {
    return count > 0 && count < fewestShown && !can(this.#viewer, "personal");
  }
}

function hidden({ method, conversations }: Cell): Cell {
  return { value: null, n: 0, pending: 0, reason: reasons.hidden, method, conversations };
}
