import "server-only";
import { driverError } from "./failure";

const pauseMs = 60_000;

interface Kind {
  loggedAt: number;
  /** How many came since. */
  silent: number;
}

const kinds = new Map<string, Kind>();

/** Logs a failure of the database with its cause: of each kind one line a minute, which counts those before it. */
export function logFailure(error: unknown, now = performance.now()): void {
  const { code, text } = causeOf(error);
  const kind = kinds.get(code);
  if (kind !== undefined && now - kind.loggedAt < pauseMs) {
    kind.silent++;
    return;
  }
  const more = kind !== undefined && kind.silent > 0 ? ` ${kind.silent} more since the last line like this.` : "";
  kinds.set(code, { loggedAt: now, silent: 0 });
  console.error(`The database failed (${code}): ${text}.${more}`);
}

/** Postgres's SQLSTATE, or SQLite's name; else the kind of error. */
function causeOf(error: unknown): { code: string; text: string } {
  const cause = driverError(error);
  const lastLine = (text: string) => text.trim().split("\n").at(-1)?.replace(/\.$/, "") ?? "";
  if (cause !== null) {
    const code = String(cause.originalCode ?? cause.code ?? cause.kind);
    const isState = /^[0-9A-Z]{5}$/.test(code);
    return {
      code: isState ? `SQLSTATE ${code}` : code,
      text: lastLine(String(cause.originalMessage ?? cause.message ?? cause.kind)),
    };
  }
  if (!(error instanceof Error)) return { code: "unknown", text: String(error) };
  return { code: "code" in error ? String(error.code) : error.name, text: lastLine(error.message) };
}
