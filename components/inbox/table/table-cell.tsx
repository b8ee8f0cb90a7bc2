import { assigneeName } from "@/components/conversation-row/assignee-name";
import { Highlight } from "@/components/conversation-row/highlight";
import { RowPreview } from "@/components/conversation-row/row-preview";
import { Avatar } from "@/components/ui/avatar";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { channelName } from "@/components/ui/channel-name";
import { LabelChips } from "@/components/ui/labels/label-chips";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { JsonValue } from "@/components/values/json-value";
import type { Cell } from "@/lib/columns/cell";
import type { Summary } from "@/lib/conversation/conversation";
import { formatDuration } from "@/lib/time/duration";

export interface TableCellProps {
  cell: Cell;
  summary: Summary;
  searchText: string | undefined;
  /** The column's width in pixels. */
  width: number;
}

/** Approximate width of a character in a label's name. */
const pixelsOfCharacter = 8;

/** Renders a cell as defined by its column. */
export function TableCell({ cell, summary, searchText, width }: TableCellProps) {
  switch (cell.kind) {
    case "text": {
      const text = cell.value(summary);
      if (text === null) return "–";
      if (cell.isSearched) return <Highlight text={text} searchText={searchText} />;
      return cell.isKey ? <span className="font-mono text-xs">{text}</span> : text;
    }
    case "count":
      return <Count count={cell.value(summary)} isWarning={cell.isWarning ?? false} />;
    case "moment": {
      const iso = cell.value(summary);
      return iso === null ? "–" : <RelativeTime iso={iso} />;
    }
    case "duration": {
      const milliseconds = cell.value(summary);
      return milliseconds === null ? "–" : formatDuration(milliseconds);
    }
    case "mark":
      return cell.value(summary) ? <span className={cell.isWarning ? "text-warning" : ""}>{cell.yes}</span> : "–";
    case "status":
      return <StatusBadge status={summary.status} />;
    case "assignee":
      return <Assignee assignee={summary.assignee} bot={summary.bot} />;
    case "labels":
      return (
        <span className="flex gap-1 overflow-hidden">
          <LabelChips labels={summary.labels} room={width / pixelsOfCharacter} />
        </span>
      );
    case "channel":
      return <Channel channel={summary.channel} />;
    case "last message":
      return <RowPreview summary={summary} searchText={searchText} />;
    case "variable":
      return <VariableValue name={cell.name} variables={summary.variables ?? {}} />;
  }
}

/** Whether the column's values are numeric. */
export function isAlignedRight({ kind }: Cell): boolean {
  return kind === "count" || kind === "moment" || kind === "duration";
}

/** Whether the cell has a tooltip, and must therefore be above the row's link. */
export function hasTooltip({ kind }: Cell): boolean {
  return kind === "moment";
}

function Count({ count, isWarning }: { count: number; isWarning: boolean }) {
  if (count === 0) return "–";
  return <span className={isWarning ? "text-warning" : undefined}>{count.toLocaleString("en")}</span>;
}

function VariableValue({ name, variables }: { name: string; variables: NonNullable<Summary["variables"]> }) {
  if (!Object.hasOwn(variables, name)) return "–";
  return <JsonValue value={variables[name]} className="whitespace-nowrap!" />;
}

function Assignee({ assignee, bot }: Pick<Summary, "assignee" | "bot">) {
  if (assignee === null) return <span className="text-muted">Unassigned</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={assignee.email ?? undefined}>
      <Avatar actor={assignee} />
      <span dir="auto" className="truncate">
        {assigneeName(assignee, bot)}
      </span>
    </span>
  );
}

function Channel({ channel }: { channel: Summary["channel"] }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <ChannelIcon channel={channel} className="text-muted" />
      <span dir="auto" aria-hidden="true" className="truncate">
        {channel === null ? "–" : channelName(channel.name)}
      </span>
    </span>
  );
}
