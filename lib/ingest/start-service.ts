import "server-only";
import { ensureEnvironmentAdmin, firstAccountCode } from "@/lib/auth/first-account";
import { authSecret } from "@/lib/auth/secret";
import { type ChannelToDoor, door } from "@/lib/channel/channel-to-door";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { databaseFailure } from "@/lib/errors/database-failure";
import { prepareRequests } from "@/lib/http/prepare-requests";
import { parseTrustedProxies } from "@/lib/http/trusted-proxies";
import { lookBeforePages } from "@/lib/http/why-no-pages";
import { announce, announceFailure, log } from "@/lib/log/log";
import { redirectConsole } from "@/lib/log/redirect-console";
import { type Store, store } from "@/lib/store/connection/client";
import { ping } from "@/lib/store/connection/ping";
import { readiness } from "@/lib/store/connection/readiness";
import { verifyConnections } from "@/lib/store/connection/verify-connections";
import { writeLockOf } from "@/lib/store/connection/write-lock";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { ensureWebhookToken } from "@/lib/store/records/webhook-tokens";
import { startTracing } from "@/lib/trace/start-tracing";
import { tracePages } from "@/lib/trace/trace-pages";
import { announceProjected } from "./changes";
import { outliveOutput } from "./outlive-output";
import { projector } from "./projector-of-process";
import { prepareOrAnswer503 } from "./service-preparation";
import { readyProbe } from "./service-state";
import { stopOnSignal } from "./stop-on-signal";

interface Parts {
  liveViewers(): number;
  /** Throws if erased data would be served. */
  requireAppliedErasures(store: Store): Promise<void>;
}

/**
 * Runs before the first request: validates the environment and the database, ensures that there is a webhook token, and shows how
 * to create the first account. Exits a process that would lose data, serve erased data, or that nobody could use.
 */
export async function startService({ liveViewers, requireAppliedErasures }: Parts): Promise<void> {
  outliveOutput();
  if (process.env.NODE_ENV === "production") redirectConsole();
  const channel = door();
  const stop = stopOnSignal({ hasDoor: channel !== null });
  try {
    channel?.open({ onProjected: announceProjected, onStop: stop, liveViewers });
    if (channel !== null) shareLog(channel);
    authSecret(env());
    // The door has determined the client's address already.
    prepareRequests(channel === null ? env() : { ...env(), trustedProxies: parseTrustedProxies(["loopback"]) ?? [] });
    await startTracing();
    tracePages();
    const prepare = () => prepareDatabase(requireAppliedErasures);
    await (process.env.VERCEL ? prepareOrAnswer503(prepare) : prepare());
    lookBeforePages(lookAtDatabase);
    if (channel === null) projector().start();
    if (channel === null && !process.env.VERCEL) void rebuildInBackground(store());
    if (channel === null && !process.env.VERCEL) readyProbe().watch();
    // Next has set its port there.
    channel?.send({ kind: "ready", port: Number(process.env.PORT) });
  } catch (error) {
    announceFailure(error);
    process.exit(1);
  }
}

/** The door owns the log: the pages write to SQLite in its queue, and leave projecting to it. */
function shareLog(channel: ChannelToDoor): void {
  const { database } = env();
  if (database.dialect === "sqlite") writeLockOf(database.path).after(() => channel.takeTurn());
}

/** Why pages cannot be read now. */
async function lookAtDatabase(): Promise<string | null> {
  try {
    await ping(store());
    return null;
  } catch (error) {
    log().error({ err: error }, "A page could not be shown: the database failed");
    return databaseFailure(error)?.reason ?? "The database does not answer";
  }
}

async function prepareDatabase(requireAppliedErasures: Parts["requireAppliedErasures"]): Promise<void> {
  await verifyConnections(store());
  const state = await readiness(store());
  if (!state.ok) throw new AppError("database_not_migrated", `${state.reason}. Run: npm run migrate`);
  await requireAppliedErasures(store());
  if (env().webhookTokens.length === 0) await ensureWebhookToken(store());
  await ensureEnvironmentAdmin();
  const code = await firstAccountCode();
  if (code === null) return;
  // After the #, the code is not sent to any server, so no log contains it.
  const link = `${env().appUrl}/sign-in#code=${code}`;
  announce(
    `\n  Nobody has an account yet. Create the first one:\n  ${link}\n  or enter the one-time code ${code} at /sign-in\n`,
  );
}
