import { redirect } from "next/navigation";
import { requireViewer } from "@/app/require-viewer";

export default async function SettingsPage() {
  await requireViewer(null);
  redirect("/settings/account");
}
