"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import { type Destination, isCurrent } from "./navigation";
import { currentRailItem, railItem, railWord, restingRailItem } from "./rail-item";

export function NavigationLink({ destination, className }: { destination: Destination; className?: string }) {
  const current = isCurrent(destination, usePathname());
  const { href, label, icon: Icon, badge: Badge } = destination;
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className={classNames(railItem, current ? currentRailItem : restingRailItem, className)}
      >
        <Icon aria-hidden="true" strokeWidth={1.75} />
        <span className="sr-only">{label}</span>
        <span aria-hidden="true" className={railWord}>
          {label}
        </span>
        {Badge && <Badge />}
      </Link>
    </Tooltip>
  );
}
