"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Tooltip } from "@/components/ui/tooltip";

interface DefinitionLinkProps {
  definition: string;
  /** The conversations counted; null if there is no number. */
  href: string | null;
  children: ReactNode;
}

/** A metric's name and number: a link to its conversations, with its definition on hover and focus. */
export function DefinitionLink({ definition, href, children }: DefinitionLinkProps) {
  const className = "block w-full rounded-lg text-left hover:[&_[data-value]]:underline";
  return (
    <Tooltip label={definition}>
      {href === null ? (
        <button type="button" className={className}>
          {children}
        </button>
      ) : (
        <Link href={href} prefetch={false} className={className}>
          {children}
        </Link>
      )}
    </Tooltip>
  );
}
