"use client";

import { LogOut } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import { useSignOut } from "@/components/sign-in/use-sign-out";
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
import { underMore } from "./navigation";
import type { Person } from "./person";
import { MoreTrigger } from "./rail-triggers";
import { themes } from "./themes";

/** Destinations and actions that do not fit the phone's bar; loaded when opened. */
export default function MoreMenu({ person, isCurrent }: { person: Person; isCurrent: boolean }) {
  const { theme = "system", setTheme } = useTheme();
  const { mutate: signOut } = useSignOut();
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>
        <MoreTrigger isCurrent={isCurrent} />
      </MenuTrigger>
      <MenuContent side="top" align="end" className="max-w-72">
        {underMore.map(({ href, label, icon: Icon }) => (
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
