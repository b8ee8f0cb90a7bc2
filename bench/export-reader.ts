import { noFilters } from "@/lib/api/filters";
import { exportEvents } from "@/lib/queries/export-events";
import { store } from "@/lib/store/client";
import { testViewer } from "@/lib/testing/viewer";

/** What a process that only exported tells of itself. */
export interface ExportReading {
  events: number;
  /** The largest share of the machine's memory that it ever held, in megabytes. */
  peakMegabytes: number;
}

// Reads the export of `DATABASE_URL` to its end, as the route does, and tells the process that started this one.
let events = 0;
for await (const piece of await exportEvents(testViewer(), noFilters)) {
  events += piece.split("\n").length - 1;
}
await store().close();
const reading: ExportReading = { events, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
process.send?.(reading);
process.disconnect?.();
