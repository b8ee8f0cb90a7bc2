"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { SettingsRow, SettingsRows } from "./settings-rows";
import { ShownOnce } from "./shown-once";
import { type ListedUser, UserActions } from "./user-actions";

interface UserListProps {
  users: readonly (ListedUser & { createdAt: string })[];
  /** The current user's id. */
  ownId: string;
}

export function UserList({ users, ownId }: UserListProps) {
  const [reset, setReset] = useState<{ name: string; password: string } | null>(null);
  return (
    <>
      <SettingsRows label="Users">
        {users.map((user) => (
          <SettingsRow
            key={user.id}
            title={
              <>
                <span dir="auto" className="truncate">
                  {user.name}
                </span>
                {user.role === "admin" && <Badge>Admin</Badge>}
                {user.id === ownId && <Badge tone="agent">You</Badge>}
              </>
            }
            detail={
              <>
                {user.email} · added <RelativeTime iso={user.createdAt} inSentence />
              </>
            }
          >
            {user.id !== ownId && (
              <UserActions user={user} onReset={(password) => setReset({ name: user.name, password })} />
            )}
          </SettingsRow>
        ))}
      </SettingsRows>
      {reset !== null && (
        <ShownOnce label={`New password of ${reset.name}`} secret={reset.password}>
          Copy it now; it won't be shown again. They are signed out everywhere.
        </ShownOnce>
      )}
    </>
  );
}
