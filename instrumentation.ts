/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startService } = await import("@/lib/ingest/start-service");
  const { liveViewers } = await import("@/lib/queries/live/live-viewers");
  const { requireAppliedErasures } = await import("@/lib/erasure/require-applied");
  await startService({ liveViewers, requireAppliedErasures });
  // A function ends with its request: there, a scheduler calls /api/jobs/tick.
  if (process.env.VERCEL) return;
  const { runJobsInBackground } = await import("@/lib/background/run-jobs-in-background");
  void runJobsInBackground();
}
