"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { call } from "@/lib/api/client/call";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { JobList as Jobs } from "@/lib/api/schemas/jobs";
import { SettingsRow, SettingsRows } from "./settings-rows";
import { useChange } from "./use-change";

const askEveryMs = 5000;

type Job = Jobs["data"][number];

/** Work in the background: dead jobs first, which can be retried. */
export function JobList() {
  const { data, error } = useQuery({ ...queryOf(endpoints.listJobs), refetchInterval: askEveryMs });
  if (error !== null && data === undefined) return <p className="text-sm text-danger">{error.message}</p>;
  if (data === undefined) return null;
  if (data.data.length === 0) return <p className="text-sm text-muted">No jobs yet.</p>;
  return (
    <SettingsRows label="Jobs">
      {data.data.map((job) => (
        <JobRow key={JSON.stringify([job.kind, job.key])} job={job} />
      ))}
    </SettingsRows>
  );
}

function JobRow({ job: { kind, key, state, dueAt, attempts, error, changedAt } }: { job: Job }) {
  const client = useQueryClient();
  const { isPending, mutate } = useChange(async () => {
    await call(endpoints.retryJob, { body: { kind, key } });
    await client.invalidateQueries({ queryKey: queryOf(endpoints.listJobs).queryKey });
  });
  const { text, tone } = states[state];
  return (
    <SettingsRow
      title={
        <>
          {names[kind] ?? kind} <Badge tone={tone}>{text}</Badge>
        </>
      }
      detail={
        <>
          {key !== "" && <code className="block font-mono text-xs">{key}</code>}
          {state === "waiting" ? (
            <time dateTime={dueAt}>{dueText(dueAt, Date.now())}</time>
          ) : (
            <>
              Last step <RelativeTime iso={changedAt} inSentence />
            </>
          )}
          {attempts > 0 && ` · ${attempts === 1 ? "1 failure" : `${attempts} failures`}`}
          {error !== null && <span className="block text-danger">{error}</span>}
        </>
      }
    >
      {state === "dead" && (
        <Button
          size="small"
          disabled={isPending}
          aria-label={`Retry ${names[kind] ?? kind} ${key}`}
          onClick={() => mutate()}
        >
          Retry
        </Button>
      )}
    </SettingsRow>
  );
}

function dueText(iso: string, now: number): string {
  const at = Date.parse(iso);
  return at <= now ? "Due now" : `Due ${dueTime.format(at)}`;
}

const dueTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

const names: Partial<Record<string, string>> = { erasure: "Erasure", retention: "Retention" };

const states: Record<Job["state"], { text: string; tone: BadgeTone }> = {
  waiting: { text: "Waiting", tone: "neutral" },
  running: { text: "Running", tone: "agent" },
  done: { text: "Done", tone: "neutral" },
  dead: { text: "Failed too often", tone: "danger" },
};
