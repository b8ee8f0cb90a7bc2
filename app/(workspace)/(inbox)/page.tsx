import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { InboxWelcome } from "@/components/inbox/inbox-welcome";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  await requireViewer();
  return <InboxWelcome />;
}
