import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { ReadyProbe } from "@/lib/ingest/ready-probe";
import { log } from "@/lib/log/log";
import type { DoorServer } from "../door-server";
import type { LogThread } from "../log-thread";
import type { Pages } from "../pages";
import { NextDoor } from "./next-door";
import type { Succession } from "./succession";
import type { Successor } from "./successor";

interface Parts {
  thread: LogThread;
  pages: Pages | null;
  server: DoorServer;
  succession: Succession;
  probe: ReadyProbe;
  /** The listening address. */
  host: string;
  port: number;
}

/** Responses of the pages are aborted after this time: they must not access a database during its upgrade. */
const maxPagesStopMs = 1000;
const pauseAfterFailureMs = 1000;

/**
 * Hands log and port over to a new version. One process at a time owns the log: this one stops its thread, then the new one
 * upgrades the database and opens the log. Requests wait meanwhile, and none fails. Then both listen on the same port and accept
 * queue until this one closes its listener, so that no connection is lost.
 *
 * @throws Error why the new version did not take over; this process then continues as before
 */
export async function handOver(parts: Parts, successor: Successor): Promise<void> {
  const { thread, pages, server, succession, probe, host, port } = parts;
  try {
    await successor.prepared();
  } catch (error) {
    await successor.end();
    throw error;
  }
  probe.endWatch();
  const settle = succession.hold();
  try {
    if (successor.upgrades) await pages?.stop(maxPagesStopMs);
    await thread.end();
    await successor.takeLog();
    await successor.takePort(server);
  } catch (error) {
    await successor.end();
    if (successor.upgrades) pages?.start();
    await openAgain(thread);
    probe.watch();
    settle(null);
    throw error;
  }
  server.letGo();
  settle(new NextDoor(host, port));
}

/**
 * The database may be unavailable, which is no reason to exit. A database that is upgraded by now stays closed to this version.
 */
async function openAgain(thread: LogThread): Promise<void> {
  try {
    await thread.start();
  } catch (error) {
    log().error({ err: error }, "The log cannot be opened again; it is tried once a second");
    void retry(thread);
  }
}

async function retry(thread: LogThread): Promise<void> {
  for (let isOpen = false; !isOpen; ) {
    await delay(pauseAfterFailureMs);
    isOpen = await thread.start().then(
      () => true,
      () => false,
    );
  }
}
