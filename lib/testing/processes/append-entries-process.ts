import { setTimeout as delay } from "node:timers/promises";
import { appendEntries } from "@/lib/store/audit/append-entries";
import type { NewEntry } from "@/lib/store/audit/entry";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";

// A process that only appends to the access log, to be killed: ten entries in each transaction, and a line after each commit.
const entry: NewEntry = {
  at: 1_700_000_000_000_000n,
  actorKind: "system",
  actorId: null,
  actorName: `process ${process.pid}`,
  role: null,
  action: "conversation.read",
  subjectType: "conversation",
  subjectId: "42",
  detail: null,
  ip: null,
};

for (;;) {
  try {
    await inTransaction(store(), (within) => appendEntries(within, "access", Array(10).fill(entry)));
    process.stdout.write("committed\n");
  } catch {
    // Waited too long for SQLite's lock, which has no queue.
  }
  await delay(3);
}
