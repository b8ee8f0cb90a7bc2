import { MessagesSquare } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

export default function InboxPage() {
  return (
    <EmptyState icon={<MessagesSquare />} title="Choose a conversation" className="h-full">
      Every message, variable and handover of it, at any moment.
    </EmptyState>
  );
}
