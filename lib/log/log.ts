import "server-only";
import { stripVTControlCharacters } from "node:util";
import { type Logger, pino } from "pino";
import { AppError } from "@/lib/errors/app-error";
import { databaseFailure } from "@/lib/errors/database-failure";
import { LimitLines } from "./limit-lines";
import { describeError, type LogRecord, textOf } from "./log-line";
import { requestId } from "./request-id";
import { logLevels } from "./settings";

// On globalThis, because Next bundles routes and instrumentation separately, but a process has one limit.
const shared = globalThis as typeof globalThis & { playheadLog?: Logger };

/** The process's log: contract.md, `LOG_FORMAT` and `LOG_LEVEL`. */
export function log(): Logger {
  shared.playheadLog ??= createLog();
  return shared.playheadLog;
}

/**
 * Whether the log is JSON: contract.md, `LOG_FORMAT`. Parsed independently of the environment, so that it can report an invalid
 * one.
 */
export function isJsonLog(): boolean {
  return process.env.LOG_FORMAT?.trim() === "json";
}

/** Prints a message for whoever started the server: as text, or as a log line if the log is JSON. */
export function announce(text: string, fields: Record<string, string> = {}, level: "info" | "warn" = "info"): void {
  if (isJsonLog()) log()[level](fields, text.replaceAll(/\s+/g, " ").trim());
  else (level === "warn" ? process.stderr : process.stdout).write(`${text}\n`);
}

/** Reports why the process exits. */
export function announceFailure(error: unknown): void {
  if (isJsonLog()) log().error({ err: error }, "Playhead cannot start");
  else process.stderr.write(`${reasonOf(error)}\n`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError) return error.message;
  const failure = databaseFailure(error);
  return failure === null ? (error.stack ?? error.message) : `${failure.reason}: ${failure.detail} (${failure.code})`;
}

function createLog(): Logger {
  const level = logLevels.find((name) => name === process.env.LOG_LEVEL?.trim()) ?? "info";
  const limit = new LimitLines(write);
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error, level === "debug") },
    mixin: () => {
      const id = requestId();
      return id === null ? {} : { requestId: id };
    },
  };
  return pino(options, {
    write: (line) => {
      const record: LogRecord = JSON.parse(line);
      if (record.level === "info" || record.level === "debug") write(record);
      else limit.take(record);
    },
  });
}

/** Through Node's streams, which report a closed reader and do not block on a slow one. */
function write(record: LogRecord): void {
  const line = isJsonLog() ? JSON.stringify(record) : stripVTControlCharacters(textOf(record));
  const stream = record.level === "warn" || record.level === "error" ? process.stderr : process.stdout;
  stream.write(`${line}\n`);
}
