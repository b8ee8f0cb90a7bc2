import { parseArgs } from "node:util";
import { commandLine } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { rebuildProgress } from "@/lib/store/projections/rebuild/rebuild-progress";
import type { RebuildReport } from "@/lib/store/projections/rebuild/rebuild-report";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { migrate } from "@/prisma/migrate";
import { ProgressLine } from "./progress-line";
import { runCommand } from "./run-command";

const usage = `Rebuilds all derived data from the event log. The server can keep running.
Upgrades rebuild automatically; this command forces a rebuild, for example after data was damaged.

  npm run rebuild

You can stop and restart it at any time.`;

if (parseArgs({ options: { help: { type: "boolean" } } }).values.help) {
  console.log(usage);
  process.exit(0);
}

const progress = new ProgressLine();

await runCommand(async () => {
  await migrate(env().database);
  const report = await rebuild(store(), show);
  progress.clear();
  summarise(report);
  const detail = { events: report.events.changed, conversations: report.conversations.changed };
  await inTransaction(store(), (within) => audit(within, commandLine, { action: "rebuild.run", detail }));
  await store().close();
  return null;
});

async function show(): Promise<void> {
  const [first] = await rebuildProgress(store());
  if (first === undefined) return;
  progress.show(first.done / Math.max(1, first.total), "rebuilding events and conversations");
}

function summarise({ events, conversations, newKinds }: RebuildReport): void {
  const { newlyRecognised, noLongerRecognised } = events;
  console.log(
    `${events.done} events: ${events.changed} read differently, ${newlyRecognised} newly recognised, ${noLongerRecognised} no longer.`,
  );
  const kinds = Object.entries(newKinds).sort(([, a], [, b]) => b - a);
  for (const [kind, count] of kinds) console.log(`  ${kind}: ${count}`);
  console.log(`${conversations.done} conversations: ${conversations.changed} have another state.`);
}
