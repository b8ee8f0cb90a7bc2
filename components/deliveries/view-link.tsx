"use client";

import Link from "next/link";
import type { ComponentProps } from "react";

export interface ViewLinkProps extends Omit<ComponentProps<typeof Link>, "onNavigate" | "prefetch"> {
  onFollow: () => void;
}

/** A link within the page: followed without asking the server, opened elsewhere as any link. */
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
