import "server-only";
import { parentPort } from "node:worker_threads";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/client";
import { rebuildInBackground } from "@/lib/store/projections/rebuild-in-background";
import { writeLockOf } from "@/lib/store/write-lock";
import { answerCall } from "./answer-call";
import type { Commit } from "./ingest-metrics";
import type { FromThread, NumberedCall, NumberedReply, ToThread } from "./thread-messages";
import { busy } from "./webhook-call";
import { Writer } from "./writer";

// What the thread of IngestThread runs: it looks into calls of the webhook, stores them, and words the answers.
const { database, webhookReply } = env();
const releases = new Map<number, () => void>();
let replies: NumberedReply[] = [];
let commits: Commit[] = [];
const writer = new Writer(store(), {
  foldsLater: true,
  onCommit: (commit) => commits.push(commit),
  onFolded: () => tell({ kind: "folded" }),
});

parentPort?.on("message", (message: ToThread) => {
  switch (message.kind) {
    case "calls": {
      let start = 0;
      for (const call of message.calls) {
        void answer(call, message.bytes.subarray(start, start + call.byteLength), message.secrets);
        start += call.byteLength;
      }
      return;
    }
    case "hurry":
      return writer.hurry();
    case "lock":
      return void lock(message.number);
    case "unlock":
      releases.get(message.number)?.();
      releases.delete(message.number);
  }
});
// The first use of the connection verifies it.
await store().writer.$queryRaw`SELECT 1`;
tell({ kind: "ready" });
void rebuildInBackground(store());

async function answer({ number, ...call }: NumberedCall, body: Uint8Array, secrets: readonly string[]): Promise<void> {
  const reply = await answerCall({ ...call, body }, { writer, secrets, webhookReply }).catch((error) => {
    console.error("A call of the webhook could not be answered.", error);
    return busy();
  });
  replies.push({ number, reply });
  // What was committed together goes back together, before the next group takes the thread.
  if (replies.length === 1) process.nextTick(flush);
}

function flush(): void {
  tell({ kind: "replies", replies, commits });
  replies = [];
  commits = [];
}

/** SQLite's own lock knows no queue: the server waits for its turn in this thread's. */
async function lock(number: number): Promise<void> {
  if (database.dialect !== "sqlite") return tell({ kind: "locked", number });
  releases.set(number, await writeLockOf(database.path).acquire());
  tell({ kind: "locked", number });
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}
