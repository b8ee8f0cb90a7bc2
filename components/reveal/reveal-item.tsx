"use client";

import { Eye } from "lucide-react";
import { MenuItem } from "@/components/ui/menu";
import { useReveal } from "./use-reveal";

interface RevealItemProps {
  conversationKey: string;
  onReveal: () => void;
}

/** Asks to unmask the conversation, if the viewer may and has not yet. */
export default function RevealItem({ conversationKey, onReveal }: RevealItemProps) {
  const { isAllowed, endsAt } = useReveal(conversationKey);
  if (!isAllowed || endsAt !== null) return null;
  return (
    <MenuItem onSelect={onReveal}>
      <Eye /> Show personal data…
    </MenuItem>
  );
}
