import { bigintJson } from "@/lib/json/bigint-json";
import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { categoryOf, describeRule, type RetentionRule } from "@/lib/api/retention";
import { server } from "@/lib/audit/actor";
import { entryOf } from "@/lib/audit/audit";
import type { Outcome } from "@/lib/jobs/job-kind";
import { appendEntries } from "@/lib/store/audit/append-entries";
import { readChainStarts } from "@/lib/store/audit/chain-starts";
import type { Statements } from "@/lib/store/connection/statements";
import { saveRun } from "@/lib/store/retention/runs";
import { isOfLog } from "./expiries";
import { storedRule } from "./stored-rules";

const everyUs = 15n * 60_000_000n;
const thoroughEveryUs = 12n * 3_600_000_000n;

const passSchema = z.object({
  /** The start of the last thorough pass. */
  thoroughAt: z.coerce.bigint(),
  isThorough: z.boolean(),
  /** The ids of the rules that this pass has applied. */
  done: z.array(z.string()),
  /** By rule: up to which conversation it was applied. What comes before is only looked at in a thorough pass. */
  marks: z.record(z.string(), z.string()).default({}),
  run: z
    .object({
      id: z.string(),
      rule: storedRule,
      startedAt: z.coerce.bigint(),
      /** The end of the last batch. */
      after: z.string().nullable(),
      changed: z.int(),
      held: z.int(),
      /** Progress of the conversation that is being erased. */
      erasing: z.unknown().default(null),
    })
    .nullable(),
});

/** One application of all rules, one after another. */
export type Pass = z.output<typeof passSchema>;
/** The application of one rule. */
export type Run = NonNullable<Pass["run"]>;

/** The pass of a job's progress; a new one if the last one has ended. */
export function readPass(progress: unknown, at: bigint): Pass {
  const pass = passSchema.safeParse(progress).data;
  if (pass === undefined) return newPass({ thoroughAt: 0n, marks: {} }, at);
  return pass.run === null ? newPass(pass, at) : pass;
}

function newPass({ thoroughAt, marks }: Pick<Pass, "thoroughAt" | "marks">, at: bigint): Pass {
  const isThorough = at - thoroughAt >= thoroughEveryUs;
  return { thoroughAt: isThorough ? at : thoroughAt, isThorough, done: [], marks, run: null };
}

/** The outcome of a step that is followed by another one of the same run. */
export function proceed(pass: Pass, run: Run): Outcome {
  return { next: written({ ...pass, run }) };
}

/** Begins the run of the next rule, or ends the pass if there is none. */
export function begin(pass: Pass, rules: readonly RetentionRule[], at: bigint): Outcome {
  const rule = rules.find(({ id }) => !pass.done.includes(id));
  if (rule === undefined) {
    return { again: { dueAt: at + everyUs, progress: written({ ...pass, run: null }) } };
  }
  const after = pass.isThorough ? null : (pass.marks[markOf(rule)] ?? null);
  return proceed(pass, { id: randomUUID(), rule, startedAt: at, after, changed: 0, held: 0, erasing: null });
}

interface End {
  at: bigint;
  rules: readonly RetentionRule[];
  /** Whether the rule was changed or removed meanwhile: a changed one begins again. */
  isOutdated?: boolean;
  error?: string | null;
}

/** Ends a run, and begins the next one. The transaction must not lock anything afterwards. */
export async function end(
  transaction: Statements,
  pass: Pass,
  run: Run,
  { at, rules, isOutdated = false, error = null }: End,
): Promise<Outcome> {
  await saveRun(transaction, rowOf(run, at, error));
  // Of logs, each batch is recorded.
  if (run.changed > 0 && !isOfLog(run.rule)) await record(transaction, run.rule, run, at);
  if (isOutdated) return begin(pass, rules, at);
  const kept = rules.map(markOf).flatMap((name): [string, string][] => {
    const mark = pass.marks[name];
    return mark === undefined ? [] : [[name, mark]];
  });
  const marks = Object.fromEntries(kept);
  // Rows have no marks: they go, and those that stay are few.
  if (run.after !== null && categoryOf(run.rule.category).hasFilter) marks[markOf(run.rule)] = run.after;
  return begin({ ...pass, marks, done: [...pass.done, run.rule.id] }, rules, at);
}

/** A changed rule has another mark. */
function markOf({ id, category, filter, ageDays }: RetentionRule): string {
  return JSON.stringify([id, category, filter, ageDays]);
}

/** Counts what a batch has changed. */
export async function count(
  transaction: Statements,
  run: Run,
  { changed, held, at }: { changed: number; held: number; at: bigint },
): Promise<Run> {
  const counted = { ...run, changed: run.changed + changed, held: run.held + held };
  if (changed === 0) return counted;
  await saveRun(transaction, rowOf(counted, null, null));
  if (isOfLog(run.rule)) await record(transaction, run.rule, { changed, held }, at);
  return counted;
}

/** In the audit log. */
async function record(
  transaction: Statements,
  rule: RetentionRule,
  { changed, held }: { changed: number; held: number },
  at: bigint,
): Promise<void> {
  const starts = isOfLog(rule) ? { starts: await readChainStarts(transaction) } : {};
  const entry = entryOf(
    server,
    {
      action: "retention.run",
      subject: { type: "setting", id: "retention" },
      detail: { rule: describeRule(rule), changed, held, ...starts },
    },
    at,
  );
  await appendEntries({ records: transaction }, "audit", [entry]);
}

/** As JSON can hold it. */
function written(pass: Pass): unknown {
  return JSON.parse(bigintJson(pass));
}

function rowOf({ id, rule, startedAt, changed, held }: Run, endedAt: bigint | null, error: string | null) {
  return { id, ruleId: rule.id, rule: describeRule(rule), startedAt, endedAt, changed, held, error };
}

/** Whether a rule is still among the rules, unchanged. */
export function isCurrent(rules: readonly RetentionRule[], rule: RetentionRule): boolean {
  const columns = ["id", "category", "filter", "ageDays", "action"] as const;
  return rules.some((one) => columns.every((name) => one[name] === rule[name]));
}
