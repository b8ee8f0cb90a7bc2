import Link from "next/link";
import type { ReactNode } from "react";
import { exactTime } from "@/components/ui/format-time";
import { JsonValue } from "@/components/values/json-value";
import type { AuditEntry } from "@/lib/api/schemas/privacy/audit";
import { auditHref } from "./audit-search";

/** Everything that an entry has: the values before and after, and the hash. */
export function AuditDetail({ entry: { id, at, actor, action, subject, detail, ip, hash } }: { entry: AuditEntry }) {
  const { before, after, ...rest } = detail ?? {};
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
      <Fact term="Entry">
        {id} · {action}
      </Fact>
      <Fact term="Time">
        {exactTime(at)} <span className="text-muted">({at})</span>
      </Fact>
      <Fact term="Who">
        {actor.id === null ? actor.name : <EntriesLink href={auditHref({ actor: actor.id })}>{actor.name}</EntriesLink>}
        <span className="text-muted">{[actor.kind, actor.role, ip].filter(Boolean).map((text) => ` · ${text}`)}</span>
      </Fact>
      {subject?.id && (
        <Fact term="Subject">
          <EntriesLink href={auditHref({ subject: `${subject.type}:${subject.id}` })}>
            {subject.type} {subject.id}
          </EntriesLink>
        </Fact>
      )}
      {before !== undefined && <Values term="Before" value={before} />}
      {after !== undefined && <Values term="After" value={after} />}
      {Object.entries(rest).map(([name, value]) => (
        <Values key={name} term={name} value={value} />
      ))}
      <Fact term="Hash">
        <code className="font-mono break-all text-muted">{hash}</code>
      </Fact>
    </dl>
  );
}

function EntriesLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} title="Show all entries" className="underline decoration-line-strong underline-offset-2">
      {children}
    </Link>
  );
}

function Values({ term, value }: { term: string; value: unknown }) {
  return (
    <Fact term={term}>
      <JsonValue value={value} />
    </Fact>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {children}
      </dd>
    </>
  );
}
