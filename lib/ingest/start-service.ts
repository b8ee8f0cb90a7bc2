import "server-only";
import { ensureEnvironmentAdmin, firstAccountCode } from "@/lib/auth/first-account";
import { authSecret } from "@/lib/auth/secret";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { limitLog } from "@/lib/http/limit-log";
import { prepareRequests } from "@/lib/http/prepare-requests";
import { store } from "@/lib/store/client";
import { foldPending } from "@/lib/store/fold-pending";
import { rebuildInBackground } from "@/lib/store/projections/rebuild-in-background";
import { readiness } from "@/lib/store/readiness";
import { ensureWebhookToken } from "@/lib/store/webhook-tokens";
import { ingestion } from "./ingestion";
import { outliveOutput } from "./outlive-output";
import { pruneInBackground } from "./prune-in-background";
import { stopOnSignal } from "./stop-on-signal";

/**
 * What a process does before its first request: proves the environment and the database, makes sure that there is a
 * webhook token, and shows how to make the first account. A process that would lose data, or that nobody could use, ends.
 */
export async function startService(): Promise<void> {
  outliveOutput();
  if (process.env.NODE_ENV === "production") limitLog();
  stopOnSignal();
  try {
    authSecret(env());
    prepareRequests(env());
    await prepareDatabase();
    // A thread would not see code that changed in development, and may not go on after the answer in a function on Vercel.
    if (process.env.NODE_ENV === "production" && !process.env.VERCEL) await ingestion().startThread();
    else if (!process.env.VERCEL) void rebuildInBackground(store());
    void pruneInBackground();
  } catch (error) {
    console.error(reasonOf(error));
    process.exit(1);
  }
}

async function prepareDatabase(): Promise<void> {
  const { reader, writer } = store();
  // The first use of each connection verifies it.
  await Promise.all([reader.$queryRaw`SELECT 1`, writer.$queryRaw`SELECT 1`]);
  const state = await readiness(store());
  if (!state.ok) throw new AppError("database_not_migrated", `${state.reason}. Run: npm run migrate`);
  await foldPending(store());
  if (env().webhookTokens.length === 0) await ensureWebhookToken(store());
  await ensureEnvironmentAdmin();
  const code = await firstAccountCode();
  if (code === null) return;
  // Behind the #, the code reaches no server's log.
  const link = `${env().appUrl}/sign-in#code=${code}`;
  console.log(
    `\n  Nobody has an account yet. Create the first one:\n  ${link}\n  or enter the one-time code ${code} at /sign-in\n`,
  );
}

/** Prisma puts the driver's reason on the last line, below where it was called. */
function reasonOf(error: unknown): unknown {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message.trim().split("\n").at(-1) : error;
}
