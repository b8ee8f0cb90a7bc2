"use client";

import { roleTexts } from "@/components/settings/role-names";
import { SettingsRow, SettingsRows } from "@/components/settings/settings-rows";
import { useChange } from "@/components/settings/use-change";
import type { Role } from "@/lib/access/permissions";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Security } from "@/lib/api/schemas/security";

interface SecondFactorRolesProps {
  roles: readonly Role[];
  counts: Security["secondFactors"];
}

/** The roles that require a second factor, with how many users have one. */
export function SecondFactorRoles({ roles, counts }: SecondFactorRolesProps) {
  const { isPending, mutate } = useChange((secondFactorRoles: Role[]) =>
    call(endpoints.updateSecurity, { body: { secondFactorRoles } }),
  );
  return (
    <SettingsRows label="Roles">
      {counts.map(({ role, users, protected: count }) => {
        const { name } = roleTexts[role];
        return (
          <SettingsRow
            key={role}
            title={name}
            detail={users === 0 ? "No users with a password" : `${count} of ${users} have a second factor`}
          >
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                aria-label={`Require a second factor of ${name}`}
                checked={roles.includes(role)}
                disabled={isPending}
                onChange={({ target: { checked } }) =>
                  mutate(checked ? [...roles, role] : roles.filter((one) => one !== role))
                }
              />
              Required
            </label>
          </SettingsRow>
        );
      })}
    </SettingsRows>
  );
}
