import "server-only";
import { z } from "zod";
import type { PrismaTransaction, ReadingClient, Store } from "@/lib/store/connection/open-store";
import type { Projection } from "@/lib/store/projections/projection";
import { projections } from "@/lib/store/projections/projections";
import { waitForTurn } from "@/lib/store/projections/projector-turn";
import { type RebuildReport, rebuildReport } from "./rebuild-report";

/** Sufficient for a rebuild under write load. */
export const rebuildLimits = { maxWait: 30_000, timeout: 120_000 };

/** A rebuild in progress, as stored. */
export interface RebuildRun {
  /** The version that each projection will have. */
  targets: Record<string, number>;
  /** The current pass: events, conversations, or `sweep …` for what a projection removes at the end. */
  pass: "events" | "conversations" | `sweep ${string}`;
  /** The last id or key that this pass has processed. */
  position: string;
  appliedUpTo: bigint;
  report: RebuildReport;
}

const targetsOf = z.record(z.string(), z.int());

/**
 * Makes sure that all outdated projections are being rebuilt: resumes the stored run, or begins a new one.
 *
 * @param all begins a run of all projections, whatever their version
 * @returns the projections being rebuilt; empty when all are up to date
 */
export async function beginRebuild({ projecting: store }: Store, { all = false } = {}): Promise<readonly Projection[]> {
  return store.writer.$transaction(async (transaction) => {
    const { projected, logged } = await waitForTurn(transaction, store.dialect);
    const [run, stored] = await Promise.all([readRun(transaction), transaction.projection.findMany()]);
    const versions = new Map(stored.map(({ name, version }) => [name, version]));
    const isOutdated = ({ name, version }: Projection) =>
      version > Math.max(versions.get(name) ?? 0, run?.targets[name] ?? 0);
    if (!all && !projections.some(isOutdated)) return run === null ? [] : rebuiltBy(run);
    if (logged === 0n) return noteVersions(transaction, versionsOf(projections)).then(() => []);
    const rebuilt = projections.filter(
      (projection) => all || isOutdated(projection) || run?.targets[projection.name] === projection.version,
    );
    for (const projection of rebuilt) await projection.reset?.(transaction, store);
    await writeRun(transaction, {
      targets: versionsOf(rebuilt),
      pass: "events",
      position: "0",
      appliedUpTo: projected,
      report: rebuildReport.parse({}),
    });
    // A rebuild of everything also applies the events of failed conversations.
    const covers = { data: { projectedEventId: projected }, where: { projectedEventId: { lt: projected } } };
    if (rebuilt.length === projections.length) await transaction.failedProjection.updateMany(covers);
    return rebuilt;
  }, rebuildLimits);
}

/** The projections that a run rebuilds; empty if a newer version of the program began it. */
export function rebuiltBy({ targets }: RebuildRun): Projection[] {
  const rebuilt = projections.filter(({ name, version }) => targets[name] === version);
  return rebuilt.length === Object.keys(targets).length ? rebuilt : [];
}

/** The run in progress, or null. */
export async function readRun(client: ReadingClient): Promise<RebuildRun | null> {
  const row = await client.rebuild.findUnique({ where: { id: 1 } });
  if (row === null) return null;
  return {
    targets: targetsOf.parse(JSON.parse(row.targets)),
    // The only writer is writeRun.
    pass: row.pass as RebuildRun["pass"],
    position: row.position,
    appliedUpTo: row.appliedUpTo,
    report: rebuildReport.parse(JSON.parse(row.report)),
  };
}

/** Stores a run's progress. */
export async function writeRun(transaction: PrismaTransaction, run: RebuildRun): Promise<void> {
  const row = { ...run, targets: JSON.stringify(run.targets), report: JSON.stringify(run.report) };
  await transaction.rebuild.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row });
}

/** Ends a run: its projections now have the new versions. */
export async function endRun(transaction: PrismaTransaction, { targets }: RebuildRun): Promise<void> {
  await noteVersions(transaction, targets);
  await transaction.rebuild.delete({ where: { id: 1 } });
}

function versionsOf(some: readonly Projection[]): Record<string, number> {
  return Object.fromEntries(some.map(({ name, version }) => [name, version]));
}

async function noteVersions(transaction: PrismaTransaction, versions: Record<string, number>): Promise<void> {
  for (const [name, version] of Object.entries(versions)) {
    await transaction.projection.upsert({ where: { name }, create: { name, version }, update: { version } });
  }
}
