"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ScopeOptions } from "@/lib/api/scope-options";
import { roleName } from "./role-names";
import { scopeText } from "./scope-text";
import { SettingsRow, SettingsRows } from "./settings-rows";
import { ShownOnce } from "./shown-once";
import { type ListedUser, UserActions } from "./user-actions";

interface UserListProps {
  users: readonly (ListedUser & {
    createdAt: string;
    lastSeenAt: string | null;
  })[];
  scopeOptions: ScopeOptions;
  /** The current user's id. */
  ownId: string;
}

/** A secret to pass on to a user. */
export interface Secret {
  label: string;
  text: string;
  advice: string;
}

export function UserList({ users, scopeOptions, ownId }: UserListProps) {
  const [made, setMade] = useState<Secret | null>(null);
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
                {user.id === ownId && <Badge>{roleName(user.role)}</Badge>}
                {user.id === ownId && <Badge tone="agent">You</Badge>}
                {user.hasSecondFactor && <Badge>Second factor</Badge>}
                {user.invitedUntil !== null && <Badge>Invited</Badge>}
              </>
            }
            detail={
              <>
                {user.email} · added <RelativeTime iso={user.createdAt} inSentence />
                <span className="block">
                  {scopeText(user.scope)}
                  {" · "}
                  {user.lastSeenAt === null ? (
                    "never signed in"
                  ) : (
                    <>
                      seen <RelativeTime iso={user.lastSeenAt} inSentence />
                    </>
                  )}
                  {user.sessionCount > 0 &&
                    ` · signed in on ${user.sessionCount === 1 ? "1 device" : `${user.sessionCount} devices`}`}
                </span>
              </>
            }
          >
            {user.id !== ownId && <UserActions user={user} scopeOptions={scopeOptions} onSecret={setMade} />}
          </SettingsRow>
        ))}
      </SettingsRows>
      {made !== null && (
        <ShownOnce label={made.label} secret={made.text}>
          {made.advice}
        </ShownOnce>
      )}
    </>
  );
}
