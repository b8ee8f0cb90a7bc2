import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";

interface TodayCardProps {
  title: string;
  /** Which conversations or deliveries it is about: "last 7 days". */
  range: string;
  /** Where all of it is. */
  href: string;
  /** What the link is called. */
  linkName: string;
  children: ReactNode;
}

/** One of the overview's parts, with a link to the whole. */
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

/** Stands where a card has nothing to list. */
export function NothingListed({ children }: { children: ReactNode }) {
  return <p className="px-4 py-1 text-sm text-pretty text-muted">{children}</p>;
}
