/** Makes the process forget all failed attempts. */
export function resetAttemptLimits(): void {
  delete (globalThis as { playheadAttemptLimits?: unknown }).playheadAttemptLimits;
}
