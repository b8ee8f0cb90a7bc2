"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "@/components/sign-in/use-sign-out";
import { initials } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/access/permissions";
import { roleName } from "./role-names";

interface ProfileProps {
  name: string;
  email: string;
  role: Role | null;
}

export function Profile({ name, email, role }: ProfileProps) {
  const { isPending, mutate } = useSignOut();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span
        aria-hidden="true"
        className="flex size-10 items-center justify-center rounded-full bg-agent-soft font-semibold text-agent"
      >
        {initials(name)}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span dir="auto" className="truncate">
            {name}
          </span>
          <Badge>{roleName(role)}</Badge>
        </p>
        <p dir="auto" className="truncate text-sm text-muted">
          {email}
        </p>
      </div>
      <Button disabled={isPending} onClick={() => mutate()}>
        <LogOut aria-hidden="true" /> Sign out
      </Button>
    </div>
  );
}
