import { hasCode } from "./app-error";

/** A failure of the database, independent of the operation: a retry later may succeed. */
export interface DatabaseFailure {
  kind: FailureKind;
  /** The name in logs and metrics: `SQLSTATE 53100`, `SQLITE_FULL`, `P2028`, `ECONNREFUSED`. */
  code: string;
  /** A message that reveals nothing about the database. */
  reason: string;
  /** The database's own message, for the log. */
  detail: string;
}

/** Messages for people. */
export const failureReasons = {
  full: "The disk is full",
  forbidden: "The database does not let Playhead write",
  readOnly: "The database is read-only",
  locked: "Another process has locked the database",
  crowded: "The database accepts no more connections",
  refused: "The database refuses Playhead's connection",
  damaged: "The database file is damaged",
  slow: "The database takes too long",
  unreachable: "The database cannot be reached",
};

export type FailureKind = keyof typeof failureReasons;

/** By the driver's code: Postgres's SQLSTATE, or SQLite's name. */
const codes: [RegExp, FailureKind][] = [
  [/^(SQLITE_FULL|53100)$/, "full"],
  [/^(SQLITE_(PERM|AUTH)\w*|42501)$/, "forbidden"],
  [/^(SQLITE_READONLY\w*|25006)$/, "readOnly"],
  [/^(SQLITE_(BUSY|LOCKED|PROTOCOL)\w*|55P03|40P01|40001)$/, "locked"],
  [/^53300$/, "crowded"],
  [/^(28\w{3}|3D000)$/, "refused"],
  [/^(SQLITE_(CORRUPT|NOTADB)\w*|XX00[12])$/, "damaged"],
  [/^57014$/, "slow"],
  [/^(SQLITE_(IOERR|CANTOPEN|NOMEM)\w*|08\w{3}|53\w{3}|57P\w{2}|58\w{3})$/, "unreachable"],
];

/** By the kind of Prisma's adapters, if the driver has no code. */
const adapterKinds: Record<string, FailureKind> = {
  DatabaseNotReachable: "unreachable",
  ConnectionClosed: "unreachable",
  TlsConnectionError: "unreachable",
  SocketTimeout: "locked",
  TooManyConnections: "crowded",
  AuthenticationFailed: "refused",
  DatabaseAccessDenied: "refused",
  DatabaseDoesNotExist: "refused",
};

/** By Prisma's code, if there is nothing more specific. */
const prismaCodes: Record<string, FailureKind> = {
  P1001: "unreachable",
  P1002: "unreachable",
  P1008: "locked",
  P1017: "unreachable",
  P2024: "crowded",
  // A transaction that could not start or end in time.
  P2028: "locked",
};

/** Messages of the Postgres driver without any code. */
const poolMessages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;
const brokenConnection = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
/** Maximum nesting of errors: Prisma's driver error within one of Better Auth's, with a margin. */
const maxDepth = 6;

/** Classifies failures of the database, at any level of wrapping; null for all other errors. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  const chain = chainOf(error);
  for (const link of chain) {
    const found = byDriver(link) ?? byConnection(link);
    if (found !== null) return failure(...found, detailOf(chain));
  }
  for (const link of chain) {
    const kind = prismaCodes[String(link.code)];
    if (kind !== undefined) return failure(kind, String(link.code), detailOf(chain));
  }
  if (!hasCode(error, "database_busy", "database_unreachable", "database_unsafe")) return null;
  return failure(hasCode(error, "database_busy") ? "locked" : "unreachable", String(chain[0]?.code), detailOf(chain));
}

/** The driver's error within Prisma's, which has it as `meta.driverAdapterError.cause` or `cause`. */
export function driverError(error: unknown): Record<string, unknown> | null {
  return chainOf(error).find(({ kind }) => typeof kind === "string") ?? null;
}

function failure(kind: FailureKind, code: string, detail: string): DatabaseFailure {
  return { kind, code, reason: failureReasons[kind], detail };
}

function byDriver(link: Record<string, unknown>): [FailureKind, string] | null {
  if (typeof link.kind !== "string") return null;
  const code = String(link.originalCode ?? link.code ?? link.kind);
  const [, kind = adapterKinds[link.kind]] = codes.find(([pattern]) => pattern.test(code)) ?? [];
  return kind === undefined ? null : [kind, /^[0-9A-Z]{5}$/.test(code) ? `SQLSTATE ${code}` : code];
}

function byConnection(link: Record<string, unknown>): [FailureKind, string] | null {
  // Errors of HTTP requests have such codes, too, but no system call.
  const isBroken =
    brokenConnection.test(String(link.code)) && /^(connect|getaddrinfo|read|write)$/.test(String(link.syscall));
  if (isBroken) return ["unreachable", String(link.code)];
  return poolMessages.test(String(link.message)) ? ["unreachable", "no connection"] : null;
}

function detailOf(chain: readonly Record<string, unknown>[]): string {
  const said = chain.findLast(({ originalMessage }) => originalMessage !== undefined)?.originalMessage;
  return lastLine(String(said ?? chain[0]?.message ?? "")).replace(/\.$/, "");
}

/** Prisma's messages have the cause on the last line, after the location of the call. */
export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function chainOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  let link = asRecord(error);
  while (link !== null && chain.length < maxDepth) {
    chain.push(link);
    link = asRecord(link.cause) ?? asRecord(asRecord(link.meta)?.driverAdapterError);
  }
  return chain;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
