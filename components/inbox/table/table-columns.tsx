import type { ReactNode } from "react";
import { Highlight } from "@/components/inbox/list/highlight";
import { RowPreview } from "@/components/inbox/list/row-preview";
import { JsonValue } from "@/components/panels/json-value";
import { Avatar } from "@/components/ui/avatar";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { LabelChips } from "@/components/ui/label-chips";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ListColumn, listColumns } from "@/lib/api/list-settings";
import type { Summary } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";
import { formatDuration } from "@/lib/time/duration";
import { millisecondsBetween } from "@/lib/time/instant";

export interface TableColumn {
  name: string;
  /** Pixels at first. */
  width: number;
  align?: "end";
  /** What `sort=` calls it. */
  sort?: string;
  /** The first click on the header sorts by the largest or latest first. */
  sortsDownFirst?: boolean;
  /** Says more on hover, so it lies above the row's link. */
  explains?: boolean;
  cell: (summary: Summary, sought: string | undefined, width: number) => ReactNode;
}

type NamedColumn = (typeof listColumns)[number];

/** What a column is called, how it sorts and what it shows. */
export function tableColumn(id: ListColumn): TableColumn {
  return isNamed(id) ? columns[id] : variableColumn(id.slice("var.".length));
}

function variableColumn(variable: string): TableColumn {
  return {
    name: variable,
    width: 144,
    cell: ({ variables = {} }) =>
      Object.hasOwn(variables, variable) ? (
        <JsonValue value={variables[variable]} className="whitespace-nowrap!" />
      ) : (
        "–"
      ),
  };
}

/** Of a label's name, roughly. */
const pixelsOfCharacter = 8;

const columns: Record<NamedColumn, TableColumn> = {
  title: {
    name: "Conversation",
    width: 208,
    sort: "title",
    cell: ({ title }, sought) => <Highlight text={title} sought={sought} />,
  },
  lastMessage: {
    name: "Last message",
    width: 320,
    cell: (summary, sought) => <RowPreview {...{ summary, sought }} />,
  },
  visitor: {
    name: "Visitor",
    width: 176,
    cell: ({ visitor }, sought) => <Highlight text={visitor.name ?? visitor.email ?? "–"} sought={sought} />,
  },
  status: { name: "Status", width: 88, cell: ({ status }) => <StatusBadge status={status} /> },
  assignee: { name: "Assignee", width: 144, cell: ({ assignee }) => <Assignee assignee={assignee} /> },
  labels: {
    name: "Labels",
    width: 184,
    cell: ({ labels }, _, width) => (
      <span className="flex gap-1 overflow-hidden">
        <LabelChips labels={labels} room={width / pixelsOfCharacter} />
      </span>
    ),
  },
  channel: { name: "Channel", width: 124, cell: ({ channel }) => <Channel channel={channel} /> },
  bot: { name: "Bot", width: 144, cell: ({ bot }) => (bot === null ? "–" : (bot.name ?? `Bot ${bot.id}`)) },
  account: {
    name: "Account",
    width: 144,
    cell: ({ account }) => <span className="font-mono text-xs">{account.key}</span>,
  },
  createdAt: { ...moment("Began", "createdAt"), cell: ({ createdAt }) => <RelativeTime iso={createdAt} /> },
  lastEventAt: {
    ...moment("Last event", "lastEventAt"),
    cell: ({ lastEventAt }) => <RelativeTime iso={lastEventAt} />,
  },
  duration: {
    ...counted("Duration", "duration"),
    cell: ({ createdAt, lastEventAt }) => formatDuration(millisecondsBetween(createdAt, lastEventAt)),
  },
  messages: {
    ...counted("Messages", "messages"),
    cell: ({ messageCounts: { visitor, bot, user } }) => (visitor + bot + user).toLocaleString("en"),
  },
  events: { ...counted("Events", "eventCount"), cell: ({ eventCount }) => eventCount.toLocaleString("en") },
  notes: { ...counted("Notes", "noteCount"), cell: ({ noteCount }) => countOrNone(noteCount) },
  gaps: {
    ...counted("Gaps", "gapCount"),
    cell: ({ gapCount }) => <span className={gapCount > 0 ? "text-warning" : undefined}>{countOrNone(gapCount)}</span>,
  },
  awaitsAnswer: {
    name: "Unanswered",
    width: 112,
    cell: ({ awaitsAnswer }) => (awaitsAnswer ? <span className="text-warning">No answer</span> : "–"),
  },
};

function counted(name: string, sort: string) {
  return { name, width: 104, align: "end", sort, sortsDownFirst: true } as const;
}

function moment(name: string, sort: string) {
  return { ...counted(name, sort), width: 96, explains: true } as const;
}

function countOrNone(count: number): string {
  return count === 0 ? "–" : count.toLocaleString("en");
}

function Assignee({ assignee }: { assignee: Summary["assignee"] }) {
  if (assignee === null) return <span className="text-muted">Unassigned</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={assignee.email ?? undefined}>
      <Avatar actor={assignee} />
      <span dir="auto" className="truncate">
        {actorName(assignee)}
      </span>
    </span>
  );
}

function Channel({ channel }: { channel: Summary["channel"] }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <ChannelIcon channel={channel} className="text-muted" />
      <span dir="auto" aria-hidden="true" className="truncate">
        {channel?.name ?? "–"}
      </span>
    </span>
  );
}

function isNamed(id: ListColumn): id is NamedColumn {
  return Object.hasOwn(columns, id);
}
