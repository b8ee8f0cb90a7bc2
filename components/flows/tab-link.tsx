import Link from "next/link";
import type { ReactNode } from "react";

interface TabLinkProps {
  href: string;
  /** "page" for the open page, "true" for what is chosen on it. */
  current?: "page" | "true" | undefined;
  children: ReactNode;
}

/** Another page about the same, or the same page about another bot. */
export function TabLink({ href, current, children }: TabLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current}
      className="flex h-8 max-w-64 items-center rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-text aria-[current]:font-medium aria-[current]:text-text coarse:h-10"
    >
      {children}
    </Link>
  );
}
