import Link from "next/link";

interface ChoiceLinkProps {
  href: string;
  isCurrent: boolean;
  children: string;
}

/** One of a figure's settings, which are in the URL. */
export function ChoiceLink({ href, isCurrent, children }: ChoiceLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={isCurrent ? "true" : undefined}
      className="tabular flex h-7 items-center rounded-md px-1.5 text-xs whitespace-nowrap text-muted hover:text-text aria-[current]:bg-hover aria-[current]:text-text coarse:h-9"
    >
      {children}
    </Link>
  );
}
