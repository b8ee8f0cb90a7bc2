"use client";

import { MaskedBadge } from "@/components/access/masked-badge";
import { useReveal } from "./use-reveal";

/** The header's sign that the conversation is masked, while it is. */
export default function RevealBadge({ conversationKey }: { conversationKey: string }) {
  return useReveal(conversationKey).endsAt === null ? <MaskedBadge isShort /> : null;
}
