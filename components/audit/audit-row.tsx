"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import { actionName } from "./action-names";
import { AuditDetail } from "./audit-detail";
import { auditHref } from "./audit-search";

interface AuditRowProps {
  entry: AuditEntry;
  /** The names of users and API tokens by id. */
  names: ReadonlyMap<string, string>;
}

/** One entry: who did what, to whom and when; a click shows the details. */
export function AuditRow({ entry, names }: AuditRowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { actor, action, at, subject, detail, ip } = entry;
  return (
    <li className="py-2 text-sm">
      <div className="flex items-start gap-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={`Details of entry ${entry.id}`}
          onClick={() => setOpen(!isOpen)}
          className="mt-px shrink-0 rounded p-0.5 text-muted hover:bg-hover hover:text-text coarse:p-2"
        >
          <ChevronRight aria-hidden="true" className={isOpen ? "size-4 rotate-90" : "size-4"} />
        </button>
        <div className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]">
          <span className="flex min-w-0 items-center gap-2 self-start font-medium">
            <span dir="auto" className="truncate">
              {actor.name}
            </span>
            {actor.kind === "token" && <Badge>Token</Badge>}
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {actionName(action)} {subject !== null && <Subject {...subject} name={names.get(subject.id ?? "")} />}
            {typeof detail?.list === "string" && (
              <span dir="auto" className="text-muted">
                ({[detail.list, detail.query].filter(Boolean).join(", ")})
              </span>
            )}
            {typeof detail?.reason === "string" && (
              <span dir="auto" className="block text-muted">
                {detail.reason}
              </span>
            )}
          </span>
          <span className="text-xs text-muted">
            {ip !== null && `${ip} · `}
            <RelativeTime iso={at} inSentence />
          </span>
        </div>
      </div>
      {isOpen && (
        <div id={id} className="mt-2 ml-7">
          <AuditDetail entry={entry} />
        </div>
      )}
    </li>
  );
}

const pageOf: Record<string, (id: string) => string> = {
  conversation: (key) => `/conversations/${encodeURIComponent(key)}`,
  visitor: (key) => `/visitors/${encodeURIComponent(key)}`,
  delivery: (id) => `/deliveries?delivery=${encodeURIComponent(id)}`,
};

interface SubjectProps {
  type: string;
  id: string | null;
  name: string | undefined;
}

function Subject({ type, id, name }: SubjectProps) {
  if (id === null) return <span className="text-muted">(erased)</span>;
  const href = Object.hasOwn(pageOf, type) ? pageOf[type]?.(id) : undefined;
  return (
    <Link
      dir="auto"
      href={href ?? auditHref({ subject: `${type}:${id}` })}
      title={href === undefined ? `All entries about ${type} ${id}` : `Open ${type} ${id}`}
      className={classNames(
        "text-muted underline decoration-line-strong underline-offset-2 hover:text-text",
        name === undefined && "font-mono text-xs",
      )}
    >
      {name ?? id}
    </Link>
  );
}
