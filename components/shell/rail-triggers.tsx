"use client";

import { Menu as MenuIcon, Moon, Sun } from "lucide-react";
import type { ComponentProps } from "react";
import { initials } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import type { Person } from "./person";
import { currentRailItem, railItem, railWord, restingRailItem } from "./rail-item";

type TriggerProps = ComponentProps<"button">;

/** The buttons of the navigation's menus, rendered before the menus are loaded. */
export function ThemeTrigger(props: TriggerProps) {
  return (
    <IconButton
      label="Theme"
      side="right"
      className="size-9 hover:bg-line/60 [&_svg]:size-[1.125rem]"
      aria-haspopup="menu"
      {...props}
    >
      <Sun strokeWidth={1.75} className="dark:hidden" />
      <Moon strokeWidth={1.75} className="hidden dark:block" />
    </IconButton>
  );
}

export function UserTrigger({ person: { name, email }, ...props }: TriggerProps & { person: Person }) {
  return (
    <Tooltip label={name} side="right">
      <button
        type="button"
        aria-label={`Account of ${name}`}
        aria-haspopup="menu"
        className="flex size-7 items-center justify-center rounded-full bg-line text-2xs font-semibold text-muted transition-colors select-none hover:text-text data-[state=open]:text-text coarse:size-9"
        {...props}
      >
        {initials(name || email)}
      </button>
    </Tooltip>
  );
}

export function MoreTrigger({ isCurrent, ...props }: TriggerProps & { isCurrent: boolean }) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      className={classNames(railItem, isCurrent ? currentRailItem : restingRailItem, "md:hidden!")}
      {...props}
    >
      <MenuIcon aria-hidden="true" strokeWidth={1.75} />
      <span className={railWord}>More</span>
    </button>
  );
}
