import { describe, expect, it } from "vitest";
import { faultOfPostgresAddress } from "./postgres-address";

describe("faultOfPostgresAddress", () => {
  it.each([
    "postgresql://localhost/playhead",
    "postgres://playhead:secret@10.0.0.5:5432/playhead",
    "postgresql://playhead:p%40ss%2Fw%23%25@[::1]:5432/playhead?sslmode=require",
    "postgresql:///playhead?host=/var/run/postgresql",
    "postgresql://playhead@/playhead?host=/var/run/postgresql&user=a@b",
    "postgresql://playhead:secret@%2Fvar%2Frun%2Fpostgresql/playhead",
    "postgresql://localhost/playhead?schema=inspector",
    "postgresql://localhost/playhead?sslmode=verify-ca&sslrootcert=/etc/ca.pem",
    "postgresql://localhost/playhead?options=-c%20statement_timeout%3D5s",
  ])("accepts %s", (address) => {
    expect(faultOfPostgresAddress(address)).toBeNull();
  });

  it.each([
    ["p@ss", "encode @ as %40"],
    ["p#ss", "encode # as %23"],
    ["12#ss", "encode # as %23"],
    ["p%ss", "encode % as %25"],
    ["100%", "encode % as %25"],
    ["p/ss", "encode / as %2F"],
    ["12/ss", "encode / as %2F"],
    ["p?ss", "encode ? as %3F"],
    ["p ss", "encode   as %20"],
  ])("explains how to encode the password %s", (password, remedy) => {
    expect(faultOfPostgresAddress(`postgresql://playhead:${password}@localhost/playhead`)).toContain(remedy);
  });

  it("explains how to encode a user with @, as some providers use them", () => {
    expect(faultOfPostgresAddress("postgresql://me@server:secret@localhost/playhead")).toContain("encode @ as %40");
  });

  it.each([
    ["postgresql://localhost/playhead?sslmode=verify", "sslmode"],
    ["postgresql://localhost/playhead?sslmode=verify-ca", "sslrootcert"],
    ["postgresql://localhost/playhead?schema=a,b", "schema"],
    ["postgresql://localhost:port/playhead", "is not an address"],
  ])("rejects %s", (address, reason) => {
    expect(faultOfPostgresAddress(address)).toContain(reason);
  });
});
