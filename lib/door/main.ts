import "server-only";
import { Worker } from "node:worker_threads";
import { endWithNpm } from "@/lib/cli/end-with-npm.mjs";
import { pagesCommand } from "@/lib/cli/production-command.mjs";
import { env } from "@/lib/env/env";
import { outliveOutput } from "@/lib/ingest/outlive-output";
import { announce, announceFailure } from "@/lib/log/log";
import { redirectConsole } from "@/lib/log/redirect-console";
import { Door } from "./door";

// What `npm start` and the container run: lib/cli/serve.mjs.
const longestStopMs = 9000;
let door: Door | null = null;
let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), longestStopMs).unref();
    await door?.stop();
    process.exit(0);
  });
}
endWithNpm();
outliveOutput();
redirectConsole();
try {
  const { port, appUrl } = env();
  const startThread = () => new Worker(new URL("./run-log-thread.mjs", import.meta.url));
  door = new Door({ startThread, pagesCommand, port });
  await door.listen();
  await door.untilPages();
  if (!isStopping) announce(`\n  Playhead  ${appUrl}\n  Webhook   ${appUrl}/api/webhook\n`, { url: appUrl });
} catch (error) {
  announceFailure(error);
  process.exit(1);
}
