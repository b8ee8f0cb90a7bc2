import type { CDPSession } from "@playwright/test";

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time that the thread spent in it. */
  tdur?: number;
  args?: { name?: string };
}

/**
 * Follows the tasks of a page's main thread. The returned function ends it and tells the processor time of the longest, in
 * milliseconds: what a task takes where nobody else wants the processor.
 */
export async function traceTasks(devtools: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    // The protocol leaves the shape open; these fields are the trace format's own.
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
    return longest(events);
  };
}

function longest(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(events.filter(({ name }) => name === "EvaluateScript").map(threadOf));
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && pages.has(threadOf(event)));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}
