import type { ReactNode } from "react";
import { InboxFrame } from "@/components/inbox/inbox-frame";

/** List and conversation side by side. The list stands in the layout, so that choosing a conversation leaves it where it is. */
export default function InboxLayout({ children }: { children: ReactNode }) {
  return <InboxFrame>{children}</InboxFrame>;
}
