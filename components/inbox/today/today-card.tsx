import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";

interface TodayCardProps {
  title: string;
  /** The period of its data: "last 7 days". */
  range: string;
  /** The URL of the complete list. */
  href: string;
  /** The link's text. */
  linkName: string;
  children: ReactNode;
}

/** A card of the overview, with a link to the complete list. */
export function TodayCard({ title, range, href, linkName, children }: TodayCardProps) {
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className="flex min-h-68 min-w-0 flex-col rounded-xl border border-line bg-pane"
    >
      <div className="flex items-baseline gap-2 px-4 pt-3.5 pb-2">
        <h3 id={headingId} className="text-sm font-medium">
          {title}
        </h3>
        <span className="text-xs text-muted">{range}</span>
        <Link
          href={href}
          prefetch={false}
          className="-my-1 ml-auto inline-flex items-center gap-1 rounded-md px-1.5 py-1 text-xs text-muted hover:bg-hover hover:text-text"
        >
          {linkName} <ArrowRight aria-hidden="true" className="size-3" />
        </Link>
      </div>
      {children}
    </section>
  );
}

/** The empty state of a card. */
export function NothingListed({ children }: { children: ReactNode }) {
  return <p className="px-4 py-1 text-sm text-pretty text-muted">{children}</p>;
}
