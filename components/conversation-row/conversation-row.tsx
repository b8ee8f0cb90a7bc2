import Link from "next/link";
import { memo } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ChannelIcon } from "@/components/ui/channel-icon";
import { classNames } from "@/components/ui/class-names";
import { LabelChips } from "@/components/ui/labels/label-chips";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ListSettings } from "@/lib/api/list-settings";
import type { Summary } from "@/lib/conversation/conversation";
import { assigneeName } from "./assignee-name";
import { Highlight } from "./highlight";
import { hrefOfHit } from "./hit-of-search";
import { rowHeightOf } from "./row-height";
import { RowPreview } from "./row-preview";
import { WaitingBadge } from "./waiting-badge";

/** Height of a comfortable row, where no list settings apply. */
export const rowHeight = rowHeightOf({ form: "list", density: "comfortable" });

export interface ConversationRowProps {
  summary: Summary;
  href: string;
  selected: boolean;
  /** Only one row of a list is a tab stop. */
  isTabStop?: boolean | undefined;
  searchText: string | undefined;
  /** Compact rows omit the labels. */
  density?: ListSettings["density"] | undefined;
}

export const ConversationRow = memo(function ConversationRow({
  summary,
  href,
  selected,
  isTabStop = true,
  searchText,
  density = "comfortable",
}: ConversationRowProps) {
  return (
    <Link
      href={hrefOfHit(href, summary, searchText)}
      prefetch={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={selected ? "true" : undefined}
      data-conversation-key={summary.key}
      className={classNames(
        "relative grid h-full grid-cols-[1.375rem_minmax(0,1fr)] content-center gap-y-1 border-b border-line px-3.5",
        "focus-visible:-outline-offset-2",
        selected
          ? "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
          : "hover:bg-hover",
      )}
    >
      <ChannelIcon
        channel={summary.channel}
        className="mt-0.75 text-muted group-focus-within/row:opacity-0 group-hover/row:opacity-0 group-has-checked/row:opacity-0 in-data-ticking:opacity-0"
      />
      <span className="flex min-w-0 items-baseline gap-2">
        <span dir="auto" className="truncate font-medium">
          <Highlight text={summary.title} searchText={searchText} />
        </span>
        {density === "compact" && summary.waitingSince !== null && <WaitingBadge since={summary.waitingSince} />}
        <RelativeTime iso={summary.lastEventAt} className="ml-auto shrink-0 text-xs text-muted" />
      </span>
      <RowPreview summary={summary} searchText={searchText} className="col-start-2" />
      {density === "comfortable" && <BottomLine summary={summary} />}
    </Link>
  );
});

function BottomLine({ summary }: { summary: Summary }) {
  return (
    <span className="col-start-2 flex h-5 min-w-0 items-center gap-1.5 overflow-hidden">
      <span className="flex min-w-0 flex-1 gap-1.5 overflow-hidden">
        {summary.status === "closed" && <Badge className="h-5 text-2xs">Closed</Badge>}
        {summary.waitingSince !== null && <WaitingBadge since={summary.waitingSince} />}
        <LabelChips
          labels={summary.labels}
          room={summary.status === "closed" || summary.waitingSince !== null ? 16 : 26}
        />
      </span>
      <Assignee assignee={summary.assignee} bot={summary.bot} />
    </span>
  );
}

function Assignee({ assignee, bot }: Pick<Summary, "assignee" | "bot">) {
  if (assignee === null) {
    return (
      <span className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
        <span aria-hidden="true" className="size-4.5 rounded-full border border-dashed border-line-strong" />
        Unassigned
      </span>
    );
  }
  const name = assigneeName(assignee, bot);
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-1.5 text-xs text-muted">
      <Avatar actor={assignee} />
      <span dir="auto" className="max-w-24 truncate" title={assignee.email ?? name}>
        {assignee.type === "bot" ? name : (name.split(" ")[0] ?? name)}
      </span>
    </span>
  );
}
