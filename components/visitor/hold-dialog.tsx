"use client";

import { ReasonDialog } from "@/components/form/reason-dialog";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

interface HoldDialogProps {
  visitorKey: string;
  onPlaced: () => void;
  onClose: () => void;
}

/** Places a legal hold on a visitor. */
export default function HoldDialog({ visitorKey, onPlaced, onClose }: HoldDialogProps) {
  return (
    <ReasonDialog
      title="Place a legal hold"
      description="Until it is released, nothing of this visitor is erased, and retention rules skip all of their conversations."
      action="Place hold"
      maxLength={1000}
      placeholder="Case 2026-114"
      onReason={async (reason) => {
        await call(endpoints.createHold, { body: { visitorKey, reason } });
        onPlaced();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
