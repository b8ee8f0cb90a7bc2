import { requireViewer } from "@/app/require-viewer";
import { InboxWelcome } from "@/components/inbox/inbox-welcome";

export default async function InboxPage() {
  await requireViewer();
  return <InboxWelcome />;
}
