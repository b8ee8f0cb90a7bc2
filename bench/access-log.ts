import type { Dialect } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { handlersOf } from "@/lib/testing/serve-routes";
import { endAccessLog, useStore as takeStore } from "@/lib/testing/use-store";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { fill } from "./fill";
import { interleave } from "./interleave";

const conversations = 1000;
const rounds = 7;
const token = "bench-api-token-0123456789";

/** What the access log needs of a process, to be replaced. */
const shared = globalThis as typeof globalThis & {
  playheadAccessLog?: { note(): void; flush(): Promise<void>; stop(): Promise<void> } | undefined;
};

/**
 * Reads of conversations a second with the access log, compared with the same reads without it. Each round reads the state and
 * the events of every conversation once, so that half of the reads are recorded; usually far fewer are. The handlers of the API
 * run in this process: without HTTP, the log's share is higher than it is in a server.
 */
export async function measureAccessLog(dialect: Dialect): Promise<Figure[]> {
  process.env.PLAYHEAD_API_TOKEN = token;
  process.env.AUTH_SECRET ??= "a secret of the benchmark";
  const fresh = await freshDatabase(dialect);
  const store = openStore(fresh.database);
  takeStore(store);
  try {
    await fill(store, { conversations });
    const rows = await store.reader.conversation.findMany({ select: { key: true } });
    const keys = rows.map(({ key }) => key);
    const { baseline, figure } = await interleave(
      rounds,
      () => readsPerSecond(keys, { isRecorded: false }),
      () => readsPerSecond(keys, { isRecorded: true }),
    );
    return [
      {
        name: `reads of conversations with the access log, ${dialect === "sqlite" ? "SQLite" : "Postgres"}`,
        value: figure,
        unit: "reads/s",
        baseline: { name: "reads/s without", value: baseline },
        wanted: { atLeast: 0.97 },
      },
    ];
  } finally {
    await endAccessLog();
    await store.close();
    await fresh.drop();
  }
}

async function readsPerSecond(keys: readonly string[], { isRecorded }: { isRecorded: boolean }): Promise<number> {
  await endAccessLog();
  const nothing = async () => {};
  // Without an instance, the first read creates one that has recorded nothing yet.
  if (!isRecorded) shared.playheadAccessLog = { note: () => {}, flush: nothing, stop: nothing };
  const { GET: getState } = await handlersOf("conversations/[key]");
  const { GET: getEvents } = await handlersOf("conversations/[key]/events");
  const headers = { authorization: `Bearer ${token}` };
  const begin = performance.now();
  for (const key of keys) {
    const url = `http://localhost/api/v1/conversations/${key}`;
    for (const response of [
      await getState?.(new Request(url, { headers }), undefined),
      await getEvents?.(new Request(`${url}/events`, { headers }), undefined),
    ]) {
      if (response?.status !== 200) throw new Error(`A read was refused: ${await response?.text()}`);
      await response.arrayBuffer();
    }
  }
  await shared.playheadAccessLog?.flush();
  return (2 * keys.length * 1000) / (performance.now() - begin);
}
