"use client";

import { Star } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { useBookmarks } from "./bookmarks-context";

interface ConversationStarProps {
  conversationKey: string;
  /** Of a star in a list, which is reached through the conversation itself. */
  tabIndex?: number;
  /** Takes whether the conversation is kept. */
  className?: (isKept: boolean) => string;
}

/** Keeps a conversation as a bookmark. */
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
