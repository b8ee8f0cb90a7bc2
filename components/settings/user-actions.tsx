"use client";

import { Select } from "@/components/ui/select";
import { isRole, type Role, roles } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ScopeOptions } from "@/lib/api/scope-options";
import { ConfirmButton } from "./confirm-button";
import { roleName, roleTexts } from "./role-names";
import { ScopeDialog } from "./scope-dialog";
import { useChange } from "./use-change";
import type { Secret } from "./user-list";

export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: Role | null;
  scope: Scope;
  sessionCount: number;
  hasSecondFactor: boolean;
  /** ISO 8601, if their invitation is open. */
  invitedUntil: string | null;
}

interface UserActionsProps {
  user: ListedUser;
  scopeOptions: ScopeOptions;
  onSecret: (secret: Secret) => void;
}

/** The actions on another user's account. */
export function UserActions({ user, scopeOptions, onSecret }: UserActionsProps) {
  const { id, name, role } = user;
  const path = { id };
  const { isPending, mutate: change } = useChange((to: Role) =>
    call(endpoints.updateUser, { path, body: { role: to } }),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        compact
        aria-label={`Role of ${name}`}
        value={role ?? ""}
        disabled={isPending}
        onChange={({ target: { value } }) => isRole(value) && change(value)}
        className="w-auto!"
      >
        {role === null && <option value="">{roleName(role)}</option>}
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleTexts[one].name}
          </option>
        ))}
      </Select>
      <ScopeDialog user={user} options={scopeOptions} />
      {user.sessionCount > 0 && (
        <ConfirmButton
          label={`Sign out ${name}`}
          title={`Sign out ${name} everywhere?`}
          description="Their next click opens the sign-in page."
          action="Sign out"
          onConfirm={() => call(endpoints.signOutUser, { path })}
        >
          Sign out
        </ConfirmButton>
      )}
      {user.hasSecondFactor && (
        <ConfirmButton
          label={`Remove the second factor of ${name}`}
          title={`Remove the second factor of ${name}?`}
          description="Do this if they have lost their authenticator app and their backup codes. Until they set one up again, their password is enough to sign in."
          action="Remove second factor"
          onConfirm={() => call(endpoints.resetSecondFactor, { path })}
        >
          Remove second factor
        </ConfirmButton>
      )}
      {user.invitedUntil === null ? (
        <ConfirmButton
          label={`Reset the password of ${name}`}
          title={`Reset the password of ${name}?`}
          description="They are signed out everywhere. You'll get a temporary password to pass on."
          action="Reset password"
          onConfirm={async () => {
            const changed = await call(endpoints.updateUser, { path, body: { password: "generate" } });
            if (!("password" in changed)) return;
            const advice = "Copy it now; it won't be shown again. They are signed out everywhere.";
            onSecret({ label: `New password of ${name}`, text: changed.password, advice });
          }}
        >
          Reset password
        </ConfirmButton>
      ) : (
        <ConfirmButton
          label={`Invite ${name} again`}
          title={`Invite ${name} again?`}
          description="The earlier link stops working. You'll get a new one to pass on."
          action="Make a new link"
          onConfirm={async () => {
            const changed = await call(endpoints.updateUser, { path, body: { invitation: "renew" } });
            if (!("inviteUrl" in changed)) return;
            const advice = "Copy it now; it won't be shown again. It works once, within 7 days.";
            onSecret({ label: `Invitation of ${name}`, text: changed.inviteUrl, advice });
          }}
        >
          Invite again
        </ConfirmButton>
      )}
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
