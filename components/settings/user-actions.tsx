"use client";

import { sendJson } from "@/lib/api/client";
import { done, madePassword } from "@/lib/api/settings";
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

/** What an admin can do with somebody's account. */
export function UserActions({ user: { id, name, role }, onReset }: UserActionsProps) {
  const path = `/api/v1/settings/users/${encodeURIComponent(id)}`;
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
        onConfirm={() => sendJson("PATCH", path, { role: otherRole }, done)}
      >
        {otherRole === "admin" ? "Make admin" : "Make member"}
      </ConfirmButton>
      <ConfirmButton
        label={`Reset the password of ${name}`}
        title={`Reset the password of ${name}?`}
        description="This signs them out on all devices. You’ll get a temporary password to pass on."
        action="Reset password"
        onConfirm={async () =>
          onReset((await sendJson("PATCH", path, { password: "generate" }, madePassword)).password)
        }
      >
        Reset password
      </ConfirmButton>
      <ConfirmButton
        variant="danger"
        label={`Remove ${name}`}
        title={`Remove ${name}?`}
        description="They are signed out, and their API tokens are revoked. Conversations stay as they are."
        action="Remove"
        onConfirm={() => sendJson("DELETE", path, {}, done)}
      >
        Remove
      </ConfirmButton>
    </div>
  );
}
