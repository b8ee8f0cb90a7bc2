"use client";

import { CircleUser } from "lucide-react";
import Link from "next/link";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { Person } from "./person";
import { UserTrigger } from "./rail-triggers";
import { SignOutItem } from "./sign-out-item";

/** Loaded when opened. */
export default function UserMenu({ person }: { person: Person }) {
  const { name, email } = person;
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>
        <UserTrigger person={person} />
      </MenuTrigger>
      <MenuContent side="right" align="end" className="max-w-72">
        <MenuLabel>
          <span dir="auto" className="block truncate text-sm font-medium text-text">
            {name}
          </span>
          <span dir="auto" className="block truncate">
            {email}
          </span>
        </MenuLabel>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/settings/account">
            <CircleUser /> Account
          </Link>
        </MenuItem>
        <SignOutItem />
      </MenuContent>
    </Menu>
  );
}
