import "server-only";
import type { Access } from "@/lib/access/scope";
import { accessOfUser } from "@/lib/auth/access-of";
import { readSecurity } from "@/lib/auth/security/security-settings";
import { sessionStarts } from "@/lib/auth/session-use";
import { tokensWithAccess } from "@/lib/auth/tokens-with-access";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { findValidApiTokens } from "@/lib/store/records/api-tokens";
import { findActiveSessions } from "@/lib/store/records/sessions";

const maxPerViewer = 6;
const maxStreams = 500;
/** A stream ends within a second of the end of its session or token, or of a change of its role or scope. */
const checkIntervalMs = 500;

interface OpenStream {
  viewer: Viewer;
  end: () => void;
}

/**
 * The live streams of this process. All of them share a few queries per second for valid sessions and tokens, so that five hundred
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
   * @param end called once when its session or token is no longer valid, or its access has changed
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
    const current = await currentAccess(streams.map(({ viewer }) => viewer)).catch(() => null);
    // While the database is unavailable, nothing can be read over a stream either.
    if (current === null) return;
    for (const stream of streams) {
      const access = current.get(idOf(stream.viewer));
      if (access !== undefined && isSame(access, stream.viewer)) continue;
      if (this.#streams.delete(stream)) stream.end();
    }
  }
}

/** What the viewers may do now, by id; without those whose session or token is no longer valid. */
async function currentAccess(viewers: readonly Viewer[]): Promise<Map<string, Access>> {
  const sessionIds = viewers.flatMap((viewer) => (viewer.kind === "user" ? [viewer.sessionId] : []));
  const tokenIds = viewers.flatMap((viewer) => (viewer.kind === "token" ? (viewer.tokenId ?? []) : []));
  const security = await readSecurity();
  const [sessions, tokens] = await Promise.all([
    findActiveSessions(store(), [...new Set(sessionIds)], sessionStarts(security)),
    findValidApiTokens(store(), [...new Set(tokenIds)]).then((found) => tokensWithAccess(found, security)),
  ]);
  return new Map<string, Access>([
    ...sessions.map(({ id, user }) => [`session ${id}`, accessOfUser(user)] as const),
    ...tokens.map(({ token, ...access }) => [`token ${token.id}`, access] as const),
    // PLAYHEAD_API_TOKEN is valid, and unchanged, for the lifetime of the process.
    ...viewers.flatMap((viewer) => (idOf(viewer) === "token null" ? [["token null", viewer] as const] : [])),
  ]);
}

/** Changed access ends a stream: the page opens another one with the new access. */
function isSame(one: Access, other: Access): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ permissions, scope: { bots, accounts } }: Access): string {
  return JSON.stringify([[...permissions].sort(), bots, accounts]);
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
