import type { CDPSession } from "@playwright/test";

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** CPU time that the thread spent in it, in microseconds. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * Traces the tasks of a page's main thread. The returned function stops it and returns the CPU time of the longest task, in
 * milliseconds, which is independent of other load.
 */
export async function traceTasks(devtools: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    // The protocol does not define the shape; these fields are from the trace format.
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] },
  });
  return async () => {
    const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
    await devtools.send("Tracing.end");
    await complete;
    return maxLength(events);
  };
}

function maxLength(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(events.filter(({ name }) => name === "EvaluateScript").map(threadOf));
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && pages.has(threadOf(event)));
  return tasks.reduce((max, { tdur = 0 }) => Math.max(max, tdur / 1000), 0);
}
