"use client";

import Link from "next/link";
import type { ComponentProps } from "react";

export interface ViewLinkProps extends Omit<ComponentProps<typeof Link>, "onNavigate" | "prefetch"> {
  onFollow: () => void;
}

/** A link within the page: a plain click changes the state without a request, other clicks act as on any link. */
export function ViewLink({ onFollow, ...rest }: ViewLinkProps) {
  return (
    <Link
      {...rest}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        onFollow();
      }}
    />
  );
}
