import { type AuditAction, accessActions, changeActions } from "@/lib/access/audit-actions";

/** The filters of the audit page, as stored in its URL. */
export interface AuditSearch {
  /** The id of a user or API token. */
  actor: string;
  /** An action, `changes` or `reads`. */
  action: string;
  /** `type:id`, an id or a key. */
  subject: string;
  /** Dates, `2026-11-30`; both inclusive. */
  from: string;
  to: string;
}

const names = ["actor", "action", "subject", "from", "to"] as const;
const date = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch(parameters: { get(name: string): string | null }): AuditSearch {
  const given = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""])) as unknown as AuditSearch;
  const { from, to } = given;
  return { ...given, from: date.test(from) ? from : "", to: date.test(to) ? to : "" };
}

/** The page with these filters. */
export function auditHref(search: Partial<AuditSearch>): string {
  const parameters = new URLSearchParams(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  return parameters.size === 0 ? "/settings/audit" : `/settings/audit?${parameters}`;
}

/** The parameters of the request for these filters. */
export function auditQueryOf({ actor, action, subject, from, to }: AuditSearch) {
  return {
    actor: actor === "" ? [] : [actor],
    action: actionsOf(action),
    subject: subject === "" ? [] : [subject],
    from: from || undefined,
    to: to === "" ? undefined : dayAfter(to),
  };
}

function actionsOf(action: string): AuditAction[] {
  if (action === "changes") return [...changeActions];
  if (action === "reads") return [...accessActions];
  return [...changeActions, ...accessActions].filter((one) => one === action);
}

/** The end of a day is the beginning of the next one. */
function dayAfter(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
