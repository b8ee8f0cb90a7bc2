"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "@/components/sign-in/use-sign-out";
import { MenuItem } from "@/components/ui/menu";

export function SignOutItem() {
  const { mutate } = useSignOut();
  return (
    <MenuItem onSelect={() => mutate()}>
      <LogOut /> Sign out
    </MenuItem>
  );
}
