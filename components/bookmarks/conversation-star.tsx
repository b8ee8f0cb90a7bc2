"use client";

import { Star } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { useBookmarks } from "./bookmarks-context";

interface ConversationStarProps {
  conversationKey: string;
  /** For a star in a list, where only the conversation is a tab stop. */
  tabIndex?: number;
  /** Receives whether the conversation is bookmarked. */
  className?: (isKept: boolean) => string;
}

/** Toggles a conversation's bookmark. */
export function ConversationStar({ conversationKey, tabIndex, className }: ConversationStarProps) {
  const { idOf, toggle } = useBookmarks();
  const isKept = idOf(conversationKey, null) !== undefined;
  return (
    <IconButton
      label="Bookmark this conversation"
      side="bottom"
      aria-pressed={isKept}
      tabIndex={tabIndex}
      onClick={() => toggle(conversationKey, null)}
      className={classNames("aria-pressed:bg-transparent! aria-pressed:text-text!", className?.(isKept))}
    >
      <Star className={isKept ? "fill-current" : undefined} />
    </IconButton>
  );
}
