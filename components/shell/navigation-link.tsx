"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import { type Destination, isCurrent } from "./navigation";

export function NavigationLink({ destination }: { destination: Destination }) {
  const current = isCurrent(destination, usePathname());
  const { href, label, icon: Icon, badge: Badge } = destination;
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className={classNames(
          "relative flex size-9 items-center justify-center rounded-lg border transition-colors coarse:size-11 [&_svg]:size-[1.125rem]",
          current ? "border-line bg-pane text-text" : "border-transparent text-muted hover:bg-line/60 hover:text-text",
        )}
      >
        <Icon aria-hidden="true" strokeWidth={1.75} />
        <span className="sr-only">{label}</span>
        {Badge && <Badge />}
      </Link>
    </Tooltip>
  );
}
