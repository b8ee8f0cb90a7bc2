import "server-only";
import { idleSince } from "@/lib/auth/session-use";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { findValidApiTokens } from "@/lib/store/records/api-tokens";
import { findActiveSessions } from "@/lib/store/records/sessions";

const maxPerViewer = 6;
const maxStreams = 500;
/** A stream ends within a second of the end of its session or token. */
const checkIntervalMs = 500;

interface OpenStream {
  viewer: Viewer;
  end: () => void;
}

/**
 * The live streams of this process. All of them share two queries per second for valid sessions and tokens, so that five hundred
 * cost no more than one.
 */
export class OpenStreams {
  readonly #streams = new Set<OpenStream>();
  #timer: NodeJS.Timeout | null = null;

  get size(): number {
    return this.#streams.size;
  }

  /**
   * Registers a stream until it is closed.
   *
   * @param end called once when its session or token is no longer valid
   * @returns closes the stream; null if too many are open
   */
  open(viewer: Viewer, end: () => void): (() => void) | null {
    const id = idOf(viewer);
    const own = [...this.#streams].filter((stream) => idOf(stream.viewer) === id);
    if (this.#streams.size >= maxStreams || own.length >= maxPerViewer) return null;
    const stream = { viewer, end };
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => void this.#check(), checkIntervalMs).unref();
    return () => {
      this.#streams.delete(stream);
      if (this.#streams.size > 0 || this.#timer === null) return;
      clearInterval(this.#timer);
      this.#timer = null;
    };
  }

  async #check(): Promise<void> {
    const streams = [...this.#streams];
    const valid = await validIds(streams.map(({ viewer }) => viewer)).catch(() => null);
    // While the database is unavailable, nothing can be read over a stream either.
    if (valid === null) return;
    for (const stream of streams) {
      if (valid.has(idOf(stream.viewer)) || !this.#streams.delete(stream)) continue;
      stream.end();
    }
  }
}

/** Ids of sessions and tokens that are still valid. */
async function validIds(viewers: readonly Viewer[]): Promise<Set<string>> {
  const sessionIds = viewers.flatMap((viewer) => (viewer.kind === "user" ? [viewer.sessionId] : []));
  const tokenIds = viewers.flatMap((viewer) => (viewer.kind === "token" ? (viewer.tokenId ?? []) : []));
  const [sessions, tokens] = await Promise.all([
    findActiveSessions(store(), [...new Set(sessionIds)], idleSince()),
    findValidApiTokens(store(), [...new Set(tokenIds)]),
  ]);
  return new Set([
    ...sessions.map((id) => `session ${id}`),
    ...tokens.map((id) => `token ${id}`),
    // PLAYHEAD_API_TOKEN is valid for the lifetime of the process.
    "token null",
  ]);
}

function idOf(viewer: Viewer): string {
  return viewer.kind === "user" ? `session ${viewer.sessionId}` : `token ${viewer.tokenId}`;
}

const shared = globalThis as typeof globalThis & { playheadOpenStreams?: OpenStreams };

/** The process's only instance. */
export function openStreams(): OpenStreams {
  shared.playheadOpenStreams ??= new OpenStreams();
  return shared.playheadOpenStreams;
}
