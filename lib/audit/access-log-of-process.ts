import "server-only";
import { store } from "@/lib/store/connection/client";
import { AccessLog } from "./access-log";

// On globalThis, because Next bundles route handlers and pages separately.
const shared = globalThis as typeof globalThis & { playheadAccessLog?: AccessLog };

/** The process's only instance. */
export function accessLog(): AccessLog {
  shared.playheadAccessLog ??= new AccessLog(store());
  return shared.playheadAccessLog;
}
