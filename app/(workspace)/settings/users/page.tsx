import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { NewUserForm } from "@/components/settings/new-user-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { UserList } from "@/components/settings/user-list";
import { isEverything } from "@/lib/access/scope";
import { listUsers } from "@/lib/auth/users";
import { scopeOptions } from "@/lib/queries/scope-options";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  const viewer = await requireViewer("manage");
  const options = await scopeOptions(viewer);
  const hasWholeScope = isEverything(viewer.scope);
  return (
    <>
      <h1 className="sr-only">Users</h1>
      <SettingsSection
        title="Users"
        description="A role decides what a user can do, a scope which conversations they see. Both take effect immediately."
      >
        {hasWholeScope ? (
          <UserList users={await listUsers(viewer)} scopeOptions={options} ownId={viewer.userId} />
        ) : (
          <p className="text-sm">You need access to all bots and accounts to manage users.</p>
        )}
      </SettingsSection>
      {hasWholeScope && (
        <SettingsSection
          title="Add a user"
          description="You'll get a one-time link or a temporary password to pass on."
        >
          <NewUserForm scopeOptions={options} />
        </SettingsSection>
      )}
    </>
  );
}
