import type { ReactNode } from "react";
import { FactList } from "@/components/settings/fact-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SystemState } from "@/lib/api/schemas/system-state";
import { fileSize } from "@/lib/messages/parts/file-size";

const databaseNames: Record<SystemState["dialect"], string> = { sqlite: "SQLite", postgresql: "Postgres" };

/** Facts for support: the version, the database and its size, the last backup. */
export function SystemFacts({ state }: { state: SystemState }) {
  const { version, commit, node, dialect, databaseBytes, freeBytes, lastBackupAt, lastDeliveryAt, erasureJournal } =
    state;
  const ago = (iso: string | null) => (iso === null ? "None yet" : <RelativeTime iso={iso} inSentence />);
  const facts: [name: string, fact: ReactNode][] = [
    ["Version", commit === null ? version : `${version} (${commit.slice(0, 7)})`],
    ["Node.js", node],
    ["Database", databaseNames[dialect]],
    ["Size", databaseBytes === null ? "Unknown" : fileSize(databaseBytes)],
    ...(freeBytes === null ? [] : [["Free disk space", fileSize(freeBytes)] satisfies [string, string]]),
    ["Last delivery", ago(lastDeliveryAt)],
    ["Last backup", dialect === "postgresql" ? "Use Postgres’s own tools" : ago(lastBackupAt)],
    ...(erasureJournal === null
      ? []
      : [["Erasure journal", <JournalPlace key="journal" path={erasureJournal.path} />] satisfies [string, ReactNode]]),
  ];
  return <FactList facts={facts} className="tabular-nums" />;
}

function JournalPlace({ path }: { path: string | null }) {
  if (path !== null) return <code className="font-mono text-xs [overflow-wrap:anywhere]">{path}</code>;
  return (
    <span className="text-warning">
      None. Set ERASURE_JOURNAL: otherwise restoring an older backup brings erased data back.
    </span>
  );
}
