import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "@/app/require-viewer";
import { NewUserForm } from "@/components/settings/new-user-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { UserList } from "@/components/settings/user-list";
import { listUsers } from "@/lib/auth/users";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  const viewer = await requireViewer();
  if (viewer.role !== "admin") notFound();
  return (
    <>
      <h1 className="sr-only">Users</h1>
      <SettingsSection
        title="Users"
        description="Everyone can read all conversations. Admins also manage users and webhook tokens."
      >
        <UserList users={await listUsers(viewer)} ownId={viewer.userId} />
      </SettingsSection>
      <SettingsSection title="Add a user" description="You'll get a temporary password to pass on.">
        <NewUserForm />
      </SettingsSection>
    </>
  );
}
