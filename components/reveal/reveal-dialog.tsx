"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { forgetConversation } from "./use-reveal";

interface RevealDialogProps {
  conversationKey: string;
  onClose: () => void;
}

/** Asks for the reason, then shows the conversation unmasked. */
export default function RevealDialog({ conversationKey, onClose }: RevealDialogProps) {
  const client = useQueryClient();
  return (
    <ReasonDialog
      title="Show personal data"
      description="You see this conversation unmasked for 15 minutes. Your name and your reason are recorded in the audit log."
      action="Show personal data"
      maxLength={500}
      hint="For example: the visitor called and asks about this order."
      onReason={async (reason) => {
        await call(endpoints.createReveal, { path: { key: conversationKey }, body: { reason } });
        onClose();
        await forgetConversation(client, conversationKey);
      }}
      onClose={onClose}
    />
  );
}
