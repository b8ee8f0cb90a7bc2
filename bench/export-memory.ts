import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openStore } from "@/lib/store/open-store";
import { freshDatabase } from "./database";
import type { ExportReading } from "./export-reader";
import type { Figure } from "./figure";
import { fill } from "./fill";
import { fillMany } from "./fill-many";

const few = 10_000;

/** The memory that a process needs to export many events, beside one that exports few. */
export async function measureExportMemory({ full }: { full: boolean }): Promise<Figure[]> {
  const many = full ? 1_000_000 : 100_000;
  const fresh = await freshDatabase("sqlite");
  const store = openStore(fresh.database);
  await fill(store, { conversations: few / 10 });
  const before = await readExport(fresh.url);
  await store.close();
  await fresh.drop();

  const large = await freshDatabase("sqlite");
  const largeStore = openStore(large.database);
  await fillMany(largeStore, many / 10);
  await largeStore.close();
  const after = await readExport(large.url);
  await large.drop();
  if (after.events !== many) throw new Error(`The export gave ${after.events} events instead of ${many}.`);
  return [
    {
      name: `peak memory of an export of ${many.toLocaleString("en")} events`,
      value: after.peakMegabytes,
      unit: "MB",
      baseline: { name: `MB for ${few.toLocaleString("en")}`, value: before.peakMegabytes },
      wanted: null,
      alsoWanted: { atMost: 300, from: 0 },
    },
  ];
}

function readExport(databaseUrl: string): Promise<ExportReading> {
  const reader = fork(fileURLToPath(new URL("./export-reader.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return new Promise((resolve, reject) => {
    reader.once("message", (message) => {
      // export-reader.ts sends nothing else.
      resolve(message as ExportReading);
    });
    reader.once("exit", (code) => reject(new Error(`The export's reader ended with code ${code}.`)));
  });
}
