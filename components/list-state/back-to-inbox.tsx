"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";

/** A link from a conversation to the list, on screens that show only one of them; keeps the list's filters. */
export function BackToInbox() {
  const search = new URLSearchParams(useSearchParams());
  for (const ofTheConversation of ["event", "marker", "questions", "find"]) search.delete(ofTheConversation);
  const query = search.size > 0 ? `?${search}` : "";
  return (
    <Link
      href={`/${query}`}
      aria-label="Back to the inbox"
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-text lg:hidden lg:max-[1179px]:group-has-data-state-panel/inbox:inline-flex coarse:size-10 [&_svg]:size-5"
    >
      <ChevronLeft />
    </Link>
  );
}
