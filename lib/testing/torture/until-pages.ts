import { setTimeout as pause } from "node:timers/promises";

/** Resolves when pages are answered with a status: 200, or 503 while the page server is away, also just after a start. */
export async function untilPages({ url }: { readonly url: string }, status = 200): Promise<void> {
  for (let response: Response | null = null; response?.status !== status; await pause(20)) {
    response = await fetch(`${url}/sign-in`).catch(() => null);
    await response?.text().catch(() => {});
  }
}
