"use client";

import { LogOut, Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTheme } from "next-themes";
import { useSignOut } from "@/components/sign-in/use-sign-out";
import { classNames } from "@/components/ui/class-names";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { administration, isCurrent, mainDestinations } from "./navigation";
import { currentRailItem, railItem, railWord, restingRailItem } from "./rail-item";
import { themes } from "./themes";
import type { Person } from "./user-menu";

const destinations = [...mainDestinations.filter(({ isOnPhone }) => !isOnPhone), ...administration];

/** What the phone's bar has no room for. */
export function MoreMenu({ person }: { person: Person }) {
  const path = usePathname();
  const { theme = "system", setTheme } = useTheme();
  const { mutate: signOut } = useSignOut();
  const current = destinations.some((destination) => isCurrent(destination, path));
  return (
    <Menu>
      <MenuTrigger className={classNames(railItem, current ? currentRailItem : restingRailItem, "md:hidden!")}>
        <MenuIcon aria-hidden="true" strokeWidth={1.75} />
        <span className={railWord}>More</span>
      </MenuTrigger>
      <MenuContent side="top" align="end" className="max-w-72">
        {destinations.map(({ href, label, icon: Icon }) => (
          <MenuItem key={href} asChild>
            <Link href={href}>
              <Icon /> {label}
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map(({ value, name, icon: Icon }) => (
            <MenuRadioItem key={value} value={value}>
              <Icon /> {name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>
          <span dir="auto" className="block truncate">
            {person.email}
          </span>
        </MenuLabel>
        <MenuItem onSelect={() => signOut()}>
          <LogOut /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
