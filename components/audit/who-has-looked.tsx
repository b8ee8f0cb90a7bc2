"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useCan, useIsUnscoped } from "@/components/access/viewer-context";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AuditAction, accessActions } from "@/lib/access/audit-actions";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import { auditHref } from "./audit-search";

interface WhoHasLookedProps {
  visitorKey: string;
  /** Their reads count, too. */
  conversationKeys: readonly string[];
}

const mostConversations = 49;
const mostEntries = 200;
const looks: AuditAction[] = [...accessActions, "reveal"];

/** Who has read a visitor or their latest conversations, the last one first; only for those who may see the access log. */
export function WhoHasLooked({ visitorKey, conversationKeys }: WhoHasLookedProps) {
  const canRead = useCan("privacy");
  // The logs concern everyone.
  const isUnscoped = useIsUnscoped();
  const subject = [
    `visitor:${visitorKey}`,
    ...conversationKeys.slice(0, mostConversations).map((key) => `conversation:${key}`),
  ];
  const query = { subject, action: looks, limit: mostEntries };
  const { data } = useQuery({ ...queryOf(endpoints.listAudit, { query }), enabled: canRead && isUnscoped });
  if (data === undefined) return null;
  return (
    <section aria-labelledby="who-has-looked" className="mt-6">
      <h2 id="who-has-looked" className="mb-1 text-sm font-medium text-muted">
        Who has looked
      </h2>
      <ul className="text-sm">
        {readersOf(data.data).map(({ id, name, at, count, hasRevealed }) => (
          <li key={id} className="flex items-baseline gap-3 py-0.5">
            <span dir="auto" className="min-w-0 truncate">
              {name}
            </span>
            <span className="ml-auto shrink-0 text-xs text-muted">
              {hasRevealed && "unmasked · "}
              {count > 1 && `${count} times · `}
              <RelativeTime iso={at} inSentence />
            </span>
          </li>
        ))}
      </ul>
      <Link
        href={auditHref({ subject: `visitor:${visitorKey}` })}
        className="text-xs text-muted underline underline-offset-2"
      >
        Open the access log
      </Link>
    </section>
  );
}

interface Reader {
  id: string;
  name: string;
  /** The last time. */
  at: string;
  /** The number of entries. */
  count: number;
  /** They unmasked a conversation. */
  hasRevealed: boolean;
}

/** @param entries newest first */
function readersOf(entries: readonly AuditEntry[]): Reader[] {
  const readers = new Map<string, Reader>();
  for (const { actor, at, action } of entries) {
    const id = actor.id ?? actor.name;
    const reader = readers.get(id) ?? { id, name: actor.name, at, count: 0, hasRevealed: false };
    reader.count += 1;
    reader.hasRevealed ||= action === "reveal";
    readers.set(id, reader);
  }
  return [...readers.values()];
}
