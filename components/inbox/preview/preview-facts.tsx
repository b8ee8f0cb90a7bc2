"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { LabelChip } from "@/components/ui/labels/label-chip";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { JsonValue } from "@/components/values/json-value";
import type { Conversation } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";

const mostVariables = 6;

/** A short summary of a conversation's state. */
export function PreviewFacts({ conversation }: { conversation: Conversation }) {
  const { status, lastPrompt, gaps, assignee, labels, createdAt, variables } = conversation;
  return (
    <dl className="grid shrink-0 grid-cols-[7rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1.5 overflow-y-auto border-line px-4 py-3 text-sm max-h-2/5 border-b @3xl:max-h-none @3xl:w-72 @3xl:border-b-0 @3xl:border-l">
      <Fact term="Status">
        <span className="flex flex-wrap items-center gap-1.5">
          <StatusBadge status={status} />
          {lastPrompt?.answered === false && <Badge tone="warning">No answer</Badge>}
          {gaps.length > 0 && <Badge tone="warning">{gaps.length === 1 ? "1 gap" : `${gaps.length} gaps`}</Badge>}
        </span>
      </Fact>
      <Fact term="Assignee">{assignee === null ? "Unassigned" : actorName(assignee)}</Fact>
      {labels.length > 0 && (
        <Fact term="Labels">
          <span className="flex flex-wrap gap-1">
            {labels.map((label) => (
              <LabelChip key={label.id} label={label} />
            ))}
          </span>
        </Fact>
      )}
      <Fact term="Started">
        <RelativeTime iso={createdAt} inSentence />
      </Fact>
      <Variables variables={variables} />
    </dl>
  );
}

/** Variables collected by the bot and by people, latest first; those set by the platform are omitted. */
function Variables({ variables }: Pick<Conversation, "variables">) {
  const set = Object.entries(variables)
    .filter(([, { scope }]) => scope !== "system")
    .sort(([, one], [, other]) => other.updatedAt.localeCompare(one.updatedAt));
  return (
    <>
      {set.slice(0, mostVariables).map(([name, { value }]) => (
        <Fact key={name} term={<code className="font-mono text-xs [overflow-wrap:anywhere]">{name}</code>}>
          <span dir="auto" className="line-clamp-2">
            <JsonValue value={value} />
          </span>
        </Fact>
      ))}
      {set.length > mostVariables && (
        <dd className="col-span-2 text-xs text-muted">{set.length - mostVariables} more variables</dd>
      )}
    </>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="min-w-0 text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
