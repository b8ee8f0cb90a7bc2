"use client";

import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ConfirmButton } from "./confirm-button";

export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: "admin" | "member";
}

interface UserActionsProps {
  user: ListedUser;
  onReset: (password: string) => void;
}

/** An admin's actions on a user account. */
export function UserActions({ user: { id, name, role }, onReset }: UserActionsProps) {
  const path = { id };
  const otherRole = role === "admin" ? "member" : "admin";
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmButton
        label={`Make ${name} ${otherRole === "admin" ? "an admin" : "a member"}`}
        title={otherRole === "admin" ? `Make ${name} an admin?` : `Make ${name} a member?`}
        description={
          otherRole === "admin"
            ? "Admins also manage users and webhook tokens."
            : "They can still read all conversations, but no longer manage users and webhook tokens."
        }
        action={otherRole === "admin" ? "Make admin" : "Make member"}
        onConfirm={() => call(endpoints.updateUser, { path, body: { role: otherRole } })}
      >
        {otherRole === "admin" ? "Make admin" : "Make member"}
      </ConfirmButton>
      <ConfirmButton
        label={`Reset the password of ${name}`}
        title={`Reset the password of ${name}?`}
        description="They are signed out everywhere. You'll get a temporary password to pass on."
        action="Reset password"
        onConfirm={async () => {
          const changed = await call(endpoints.updateUser, { path, body: { password: "generate" } });
          if ("password" in changed) onReset(changed.password);
        }}
      >
        Reset password
      </ConfirmButton>
      <ConfirmButton
        variant="danger"
        label={`Remove ${name}`}
        title={`Remove ${name}?`}
        description="They are signed out, and their API tokens are revoked. Conversations stay as they are."
        action="Remove"
        onConfirm={() => call(endpoints.deleteUser, { path })}
      >
        Remove
      </ConfirmButton>
    </div>
  );
}
