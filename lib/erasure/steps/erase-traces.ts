import "server-only";
import { auditLogs } from "@/lib/access/audit-actions";
import { unfamiliarIn } from "@/lib/event-types/unfamiliar/unfamiliar";
import type { Statements } from "@/lib/store/connection/statements";
import { forgetNames, readStaleEntries, setExamples } from "@/lib/store/erasure/forget-names";
import {
  findEntries,
  forgetBookmarks,
  forgetEntries,
  type QuotingView,
  readViews,
  rewriteView,
} from "@/lib/store/erasure/forget-records";
import { readLoggedEvents } from "@/lib/store/log/logged-event";
import { dropUnusedFacetSets } from "@/lib/store/projections/facet-sets/save-facet-sets";
import { waitForTurn } from "@/lib/store/projections/projector-turn";
import { unfamiliarKey } from "@/lib/store/projections/save-unfamiliar";
import { jsonSpellings } from "../person-texts";
import { advance, begin, type ErasureStep } from "./erasure-step";

/** The shortest name that counts as a quotation. */
const shortestName = 4;
/** Events that are searched for another example of an unknown field. */
const mostSearched = 1000n;

/** Erases what was derived from the events, or quotes them, outside of conversations. */
export function eraseTraces(step: ErasureStep): Promise<void> {
  const { job, mode, only, progress } = step;
  const { dialect } = job.store;
  return advance(step, async (transaction) => {
    const { projected } = await waitForTurn(transaction, dialect);
    const ids = progress.conversations.map(({ id }) => id);
    if (ids.length > 0 && only === null) await forgetBookmarks(transaction, dialect, { ids, mode });
    await dropUnusedFacetSets(transaction);
    await forgetNames(transaction);
    await repairExamples(transaction, projected);
    const views = await rewriteViews(transaction, quotable(step));
    return { ...begin("logs"), counts: { ...progress.counts, views: progress.counts.views + views } };
  });
}

/** Texts that name the subject. */
function quotable({ progress: { visitorKey, known, conversations } }: ErasureStep): string[] {
  // Other conversations of the visitor remain if only one is erased.
  const person = visitorKey === null ? [] : [visitorKey, ...known];
  const texts = [...person, ...conversations.map(({ key }) => key)];
  return [...new Set(texts.filter((text) => text.trim().length >= shortestName))];
}

async function repairExamples(transaction: Statements, upTo: bigint): Promise<void> {
  const stale = await readStaleEntries(transaction);
  if (stale.length === 0) return;
  const after = upTo > mostSearched ? upTo - mostSearched : 0n;
  const { events } = await readLoggedEvents(transaction, { after, upTo, most: Number(mostSearched) });
  const seen = events.map(({ id, event, newFields }) => ({
    id,
    keys: new Set(unfamiliarIn(event, newFields).map(unfamiliarKey)),
  }));
  for (const entry of stale) {
    const key = unfamiliarKey(entry);
    const having = seen.filter(({ keys }) => keys.has(key));
    const [first, last] = [having.at(0), having.at(-1)];
    if (first === undefined || last === undefined) continue;
    const isKept = entry.firstEventId < first.id && (await exists(transaction, entry.firstEventId));
    const firstEventId = isKept ? entry.firstEventId : first.id;
    await setExamples(transaction, { ...entry, firstEventId, lastEventId: last.id });
  }
}

async function exists(transaction: Statements, id: bigint): Promise<boolean> {
  const { events } = await readLoggedEvents(transaction, { after: id - 1n, upTo: id, most: 1 });
  return events.some(({ event }) => event.erasedAt === undefined);
}

/** Removes parameters that quote the subject from saved views. Returns how many views were changed. */
async function rewriteViews(transaction: Statements, texts: readonly string[]): Promise<number> {
  const needles = texts.map((text) => text.toLowerCase());
  const quotes = (text: string) => needles.some((needle) => text.toLowerCase().includes(needle));
  let changed = 0;
  for (const view of await readViews(transaction)) {
    const kept = [...new URLSearchParams(view.search)].filter(([name, value]) => !quotes(name) && !quotes(value));
    const rewritten: QuotingView = {
      id: view.id,
      name: quotes(view.name) ? "View" : view.name,
      search:
        kept.length === new URLSearchParams(view.search).size ? view.search : new URLSearchParams(kept).toString(),
      settings: quotes(view.settings) ? "{}" : view.settings,
    };
    if (rewritten.name === view.name && rewritten.search === view.search && rewritten.settings === view.settings)
      continue;
    await rewriteView(transaction, rewritten);
    changed += 1;
  }
  return changed;
}

/** Removes the subject from the next entries of the audit log and the access log. */
export async function eraseLogs(step: ErasureStep): Promise<void> {
  const { job, progress } = step;
  const { store } = job;
  const log = auditLogs[progress.place];
  if (log === undefined) return advance(step, async () => begin("forget"));
  const subjects = [progress.visitorKey, ...progress.conversations.map(({ key }) => key)].filter((key) => key !== null);
  const texts = quotable(step).flatMap(jsonSpellings);
  const { found, last } = await findEntries(store, { log, after: progress.after, subjects, texts });
  await advance(step, async (transaction) => {
    await forgetEntries(
      transaction,
      store.dialect,
      found.map((id) => ({ log, id })),
    );
    const counts = { ...progress.counts, logEntries: progress.counts.logEntries + found.length };
    return { counts, ...(last === null ? { place: progress.place + 1, after: 0n } : { after: last }) };
  });
}
