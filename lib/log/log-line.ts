import { AppError } from "@/lib/errors/app-error";
import { databaseFailure, lastLine } from "@/lib/errors/database-failure";

/** An error in the log: one line, however long its stack is. */
export interface LoggedError {
  type: string;
  message: string;
  /** SQLSTATE, SQLite's name, or the error's own code. */
  code?: string;
  /** The top stack frames; missing for failures of the database, whose cause is elsewhere. */
  at?: string[];
  stack?: string;
}

/** A log record. */
export interface LogRecord {
  level: string;
  time: string;
  msg?: string;
  err?: LoggedError;
  /** Number of lines that it represents, if more than one. */
  count?: number;
  [field: string]: unknown;
}

const maxFrames = 3;

/** @param withStack includes the full stack, for debugging */
export function describeError(error: unknown, withStack: boolean): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const stack = withStack && error.stack !== undefined ? { stack: error.stack } : {};
  const failure = databaseFailure(error);
  if (failure !== null) return { type: error.name, message: failure.detail, code: failure.code, ...stack };
  if (error instanceof AppError) return { type: error.name, message: error.message, code: error.code, ...stack };
  const code = "code" in error && error.code !== undefined ? { code: String(error.code) } : {};
  const at = framesOf(error.stack ?? "");
  return { type: error.name, message: lastLine(error.message), ...code, ...(at.length > 0 && { at }), ...stack };
}

/** The first stack frames that are not Node's. */
function framesOf(stack: string): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !/\(?node:/.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim().slice("at ".length));
}

/** Formats a record for people: one line, except for a full stack. */
export function textOf({ level, time, msg, err, count = 1, ...fields }: LogRecord): string {
  const parts = [time, level.toUpperCase().padEnd(5), (msg ?? "").replaceAll(/\s*\n\s*/g, " ")];
  if (err !== undefined) parts.push(textOfError(err));
  if (count > 1) parts.push(`(${count} times within a minute)`);
  for (const [name, value] of Object.entries(fields)) {
    parts.push(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
  const line = parts.filter((part) => part !== "").join(" ");
  return err?.stack === undefined ? line : `${line}\n${err.stack}`;
}

function textOfError({ type, message, code, at = [] }: LoggedError): string {
  const name = code === undefined ? type : `${type} ${code}`;
  return [`(${name}: ${message})`, ...at.map((place) => `at ${place}`)].join(" ");
}
