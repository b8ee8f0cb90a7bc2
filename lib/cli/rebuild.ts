import { AppError } from "@/lib/errors/app-error";
import { store } from "@/lib/store/client";
import { type RebuildProgress, rebuild } from "@/lib/store/rebuild";

// `npm run rebuild`: derives everything again from the log of events, while the server may go on receiving.
const report = ({ events, conversations }: RebuildProgress) =>
  `Events ${events.done} of ${events.total}, conversations ${conversations.done} of ${conversations.total}`;

try {
  const { events, conversations } = await rebuild(store(), (progress) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${report(progress)} `);
  });
  if (process.stdout.isTTY) process.stdout.write("\n");
  console.log(
    `Events: ${events.done}, changed ${events.changed}, of these newly recognised ${events.newlyRecognised}.`,
  );
  console.log(`Conversations: ${conversations.done}, changed ${conversations.changed}.`);
  await store().close();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exit(1);
}
