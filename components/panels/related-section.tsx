"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { PanelSection } from "./panel-section";

const shownAtMost = 5;

/** The same visitor's other conversations, newest first. */
export function RelatedSection({ visitorKey, conversationKey }: { visitorKey: string; conversationKey: string }) {
  const { data } = useQuery(queryOf(endpoints.getVisitor, { path: { key: visitorKey } }));
  const others = data?.conversations.filter((conversation) => conversation.key !== conversationKey) ?? [];
  if (others.length === 0) return null;
  return (
    <PanelSection title="Other conversations" count={others.length}>
      <ul className="space-y-0.5 text-xs">
        {others.slice(0, shownAtMost).map((conversation) => (
          <li key={conversation.key}>
            <Link
              href={`/conversations/${encodeURIComponent(conversation.key)}`}
              className="-mx-1.5 flex items-baseline gap-2 rounded px-1.5 py-0.5 hover:bg-hover"
            >
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {conversation.lastMessage?.text || conversation.title}
                {conversation.status === "closed" && <span className="text-faint"> · closed</span>}
              </span>
              <RelativeTime iso={conversation.lastEventAt} className="shrink-0 text-faint" />
            </Link>
          </li>
        ))}
      </ul>
      {others.length > shownAtMost && (
        <Link
          href={`/visitors/${encodeURIComponent(visitorKey)}`}
          className="mt-1 inline-block text-xs text-muted underline underline-offset-2 hover:text-text"
        >
          All of this visitor
        </Link>
      )}
    </PanelSection>
  );
}
