import { parseArgs } from "node:util";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/client";
import { type RebuildProgress, rebuild } from "@/lib/store/rebuild";
import { migrate } from "@/prisma/migrate";
import { ProgressLine } from "./progress-line";
import { runCommand } from "./run-command";

const usage = `Derives everything again from the log of events, while the server may go on receiving.

  npm run rebuild

May be broken off and started again at any time.`;

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
  await store().close();
  return null;
});

function show({ events, conversations }: RebuildProgress): void {
  const share = (part: { done: number; total: number }) => Math.min(1, part.done / Math.max(1, part.total)) / 2;
  const text = `${events.done} of ${events.total} events, ${conversations.done} of ${conversations.total} conversations`;
  progress.show(share(events) + share(conversations), text);
}

function summarise({ events, conversations, newKinds }: RebuildProgress): void {
  const { newlyRecognised, noLongerRecognised } = events;
  console.log(
    `${events.done} events: ${events.changed} read differently, ${newlyRecognised} newly recognised, ${noLongerRecognised} no longer.`,
  );
  for (const [kind, count] of [...newKinds].sort(([, a], [, b]) => b - a)) console.log(`  ${kind}: ${count}`);
  console.log(`${conversations.done} conversations: ${conversations.changed} have another state.`);
}
