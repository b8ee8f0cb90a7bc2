import { ListFilter } from "lucide-react";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";

interface OthersLinkProps {
  filters: Partial<ConversationFilters>;
  /** The shared value: `the label refund`. */
  label: string;
  /** Show a text, not only the icon. */
  isText?: boolean | undefined;
  className?: string | undefined;
}

/** Links to the conversations with the same value: the inbox with that filter. */
export function OthersLink({ filters, label, isText = false, className }: OthersLinkProps) {
  const words = `Conversations with ${label}`;
  return (
    <Link
      href={`/?${writeFilters({ ...noFilters, ...filters })}`}
      prefetch={false}
      aria-label={words}
      title={words}
      className={classNames(
        "inline-flex h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded text-xs text-muted hover:bg-hover hover:text-text print:hidden",
        className,
      )}
    >
      <ListFilter aria-hidden="true" className="size-3" />
      {isText && "Others with this value"}
    </Link>
  );
}
