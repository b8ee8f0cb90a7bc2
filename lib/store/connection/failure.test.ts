import { expect, it } from "vitest";
import { isFaultOfData } from "./failure";

/** As Prisma passes on the SQLite adapter's errors: `extendedCode` is always 1. */
const ofSqlite = (originalCode: string, originalMessage: string) => {
  const cause = { kind: "sqlite", extendedCode: 1, originalCode, originalMessage, message: originalMessage };
  return Object.assign(new Error(originalMessage), { meta: { driverAdapterError: { cause } } });
};

const ofPostgres = (code: string) => {
  return Object.assign(new Error(code), { meta: { driverAdapterError: { cause: { kind: "postgres", code } } } });
};

it.each([
  ["malformed JSON", ofSqlite("SQLITE_ERROR", "malformed JSON")],
  ["a constraint", ofSqlite("SQLITE_CONSTRAINT_CHECK", "CHECK constraint failed")],
  ["a value too big", ofSqlite("SQLITE_TOOBIG", "string or blob too big")],
  ["a value of no type", ofPostgres("22P02")],
  ["an index entry too long", ofPostgres("54000")],
  ["a value that no driver takes", new TypeError("not bindable")],
])("%s is caused by the data", (_name, error) => {
  expect(isFaultOfData(error)).toBe(true);
});

it.each([
  ["a full disk", ofSqlite("SQLITE_FULL", "database or disk is full")],
  ["a broken disk", ofSqlite("SQLITE_IOERR_WRITE", "disk I/O error")],
  ["a damaged file", ofSqlite("SQLITE_CORRUPT", "database disk image is malformed")],
  ["a transaction that SQLite ended", ofSqlite("SQLITE_ERROR", "cannot commit - no transaction is active")],
  ["a server that stops", ofPostgres("57P01")],
  ["a full disk of the server", ofPostgres("53100")],
  ["anything else", new Error("what is this?")],
])("%s is not", (_name, error) => {
  expect(isFaultOfData(error)).toBe(false);
});
