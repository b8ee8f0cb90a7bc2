import { MessagesSquare } from "lucide-react";
import { requireViewer } from "@/app/require-viewer";
import { EmptyState } from "@/components/ui/empty-state";

export default async function InboxPage() {
  await requireViewer();
  return (
    <EmptyState icon={<MessagesSquare />} title="Choose a conversation" className="h-full">
      Every message, variable and handover of it, at any moment.
    </EmptyState>
  );
}
