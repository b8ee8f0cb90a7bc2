"use client";

import { CircleUser, LogOut } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { initials } from "@/components/ui/avatar";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { Tooltip } from "@/components/ui/tooltip";

export interface Person {
  name: string;
  email: string;
}

export function UserMenu({ person: { name, email } }: { person: Person }) {
  return (
    <Menu>
      <Tooltip label={name} side="right">
        <MenuTrigger
          aria-label={`Account of ${name}`}
          className="flex size-7 items-center justify-center rounded-full bg-line text-2xs font-semibold text-muted transition-colors select-none hover:text-text data-[state=open]:text-text coarse:size-9"
        >
          {initials(name || email)}
        </MenuTrigger>
      </Tooltip>
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
        <MenuItem onSelect={signOut}>
          <LogOut /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** A full load afterwards, so that nothing of what was read stays in memory. */
async function signOut() {
  const response = await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => null);
  if (response?.ok) window.location.assign("/sign-in");
  else toast.error("Signing out failed. The server may be unreachable.");
}
