"use client";

import { useRouter } from "next/navigation";
import type { Conversation } from "@/lib/conversation/conversation";
import { ConversationPicker } from "./conversation-picker";

interface CompareWithProps {
  conversation: Pick<Conversation, "key" | "visitor">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Prompts for the conversation to compare with, and opens the comparison. */
export default function CompareWith({ conversation: { key, visitor }, open, onOpenChange }: CompareWithProps) {
  const router = useRouter();
  return (
    <ConversationPicker
      title="Compare with"
      open={open}
      onOpenChange={onOpenChange}
      except={key}
      visitorKey={visitor.key}
      onPick={(other) => router.push(`/compare?${new URLSearchParams({ a: key, b: other })}`)}
    />
  );
}
