"use client";

import { LogOut } from "lucide-react";
import { initials } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useChange } from "./use-change";

interface ProfileProps {
  name: string;
  email: string;
  role: "admin" | "member";
}

export function Profile({ name, email, role }: ProfileProps) {
  const { isChanging, change } = useChange();
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
          <Badge>{role === "admin" ? "Admin" : "Member"}</Badge>
        </p>
        <p dir="auto" className="truncate text-sm text-muted">
          {email}
        </p>
      </div>
      <Button disabled={isChanging} onClick={() => change(signOut)}>
        <LogOut aria-hidden="true" /> Sign out
      </Button>
    </div>
  );
}

async function signOut() {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  window.location.assign("/sign-in");
}
