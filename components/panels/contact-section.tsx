"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail, Phone } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { EndKept } from "@/components/values/end-kept";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Conversation } from "@/lib/conversation/conversation";
import { CauseLink } from "./cause-link";
import { PanelSection } from "./panel-section";
import { VisitorNeighbors } from "./visitor-neighbors";

interface ContactSectionProps {
  conversation: Conversation;
  /** The event at the playhead. */
  justNow: string | null;
}

/** The visitor's data as known at the playhead. */
export function ContactSection({ conversation, justNow }: ContactSectionProps) {
  const { visitor } = conversation;
  const { data } = useQuery(queryOf(endpoints.getVisitor, { path: { key: visitor.key } }));
  const name = visitor.name ?? "Unnamed visitor";
  const cause = (variable: string) => conversation.variables[variable]?.eventId ?? null;
  const causes = ["visitor_name", "visitor_email", "visitor_phone"].map(cause);
  return (
    <PanelSection
      title="Contact"
      changed={justNow !== null && causes.includes(justNow)}
      action={
        <span className="flex shrink-0 items-center">
          {data && <VisitorNeighbors conversations={data.conversations} conversationKey={conversation.key} />}
          <Link
            href={`/visitors/${encodeURIComponent(visitor.key)}`}
            className="inline-flex min-h-6 shrink-0 items-center rounded-md border border-line px-2 text-xs hover:border-line-strong hover:bg-hover"
          >
            {data
              ? `${data.conversationCount} ${data.conversationCount === 1 ? "conversation" : "conversations"}`
              : "Visitor"}
          </Link>
        </span>
      }
    >
      <div className="flex items-start gap-3">
        <Avatar actor={{ type: "visitor", id: visitor.id, email: visitor.email, name: visitor.name }} size="large" />
        <div className="min-w-0 flex-1">
          <p title={name} className="text-sm font-semibold">
            <CauseLink eventId={cause("visitor_name")}>
              <span dir="auto" className="line-clamp-2">
                {name}
              </span>
            </CauseLink>
          </p>
          {visitor.email && (
            <p className="flex items-center gap-1.5 text-xs text-muted">
              <Mail aria-label="E-mail" className="size-3 shrink-0" />
              <CauseLink eventId={cause("visitor_email")} className="min-w-0">
                <EndKept text={visitor.email} />
              </CauseLink>
            </p>
          )}
          {visitor.phone && (
            <p className="tabular flex items-center gap-1.5 text-xs text-muted">
              <Phone aria-label="Phone" className="size-3 shrink-0" />
              <CauseLink eventId={cause("visitor_phone")} className="min-w-0">
                <EndKept text={visitor.phone} />
              </CauseLink>
            </p>
          )}
        </div>
      </div>
    </PanelSection>
  );
}
