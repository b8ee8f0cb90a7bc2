import "server-only";
import { can } from "@/lib/access/permissions";
import type { Cohort } from "@/lib/analytics/narrow";
import type { Viewer } from "@/lib/auth/viewer";
import { Cells } from "@/lib/queries/analytics/cells";
import { type CohortRequest, readCohort } from "@/lib/queries/analytics/read-cohort";
import { notFound, Refusal } from "@/lib/queries/refusal";
import type { FlowSteps } from "@/lib/store/analytics/count-flow";
import { openFlow } from "@/lib/store/analytics/flow-rows";
import { projectionIsReady } from "@/lib/store/analytics/projection-is-ready";
import { store } from "@/lib/store/connection/client";
import { stepsProjection } from "@/lib/store/projections/steps";
import { listBots } from "@/lib/store/reads/list-bot-and-label-names";
import { now } from "@/lib/time/instant";
import { FlowTitles } from "./flow-titles";

/** A request for the flow of a bot. */
export interface FlowRequest extends CohortRequest {
  bot: string;
}

/** What all answers about a flow are made from. */
export interface ReadFlow {
  at: bigint;
  cohort: Cohort;
  cells: Cells;
  /** The counted steps. */
  steps: FlowSteps;
  titles: FlowTitles;
}

const rebuilding = "The flows of all conversations are being rebuilt.";

/** A refusal while the steps of all conversations are derived. */
export async function refuseUnlessReady(): Promise<Refusal | null> {
  return (await projectionIsReady(store(), stepsProjection)) ? null : new Refusal("unavailable", rebuilding);
}

/** Reads a bot's texts and the cohort of a request. */
export async function readFlow(viewer: Viewer, { bot, ...request }: FlowRequest): Promise<ReadFlow | Refusal> {
  const at = now();
  const given = readCohort(request, at);
  if (given instanceof Refusal) return given;
  if (given.filters.bot.length > 0) {
    return new Refusal("bad_request", '"bot" is not supported here; the bot is part of the path.', "bot");
  }
  const bots = await listBots(store(), viewer);
  if (!bots.some(({ id }) => id === bot)) return notFound("bot");
  const unready = await refuseUnlessReady();
  if (unready !== null) return unready;
  const cohort = { ...given, filters: { ...given.filters, bot: [bot] } };
  const { texts, steps } = await openFlow(store(), viewer, cohort, bot);
  const titles = new FlowTitles(viewer, texts, await steps.countTexts(!can(viewer, "personal")));
  return { at, cohort, cells: new Cells(viewer), steps, titles };
}
