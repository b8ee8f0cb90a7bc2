"use client";

import Link from "next/link";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { useNavigation } from "./navigation";
import type { Person } from "./person";
import { MoreTrigger } from "./rail-triggers";
import { SignOutItem } from "./sign-out-item";
import { ThemeChoice } from "./theme-choice";

/** Destinations and actions that do not fit the phone's bar; loaded when opened. */
export default function MoreMenu({ person, isCurrent }: { person: Person; isCurrent: boolean }) {
  const { underMore } = useNavigation();
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
        <ThemeChoice />
        <MenuSeparator />
        <MenuLabel>
          <span dir="auto" className="block truncate">
            {person.email}
          </span>
        </MenuLabel>
        <SignOutItem />
      </MenuContent>
    </Menu>
  );
}
