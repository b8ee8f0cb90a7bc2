import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addressOfRequest } from "./address-of-request";
import { signInSucceeded, takeSignIn } from "./sign-in-limit";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const begin = Date.parse("2026-01-01T00:00:00Z");
const owner = "owner@example.com";

/** A new address for each test, because the process keeps the counters. */
let network = 0;
const from = (forwardedFor: string) => new Headers({ "x-forwarded-for": forwardedFor });
const address = (host: number) => `203.0.${network}.${host}`;
const isAllowed = (email: string, forwardedFor: string) => takeSignIn(email, from(forwardedFor)).allowed;

beforeEach(() => {
  network += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: begin });
});
afterEach(() => void vi.useRealTimers());

it("blocks ten failures for one account at their address only", () => {
  for (let guess = 0; guess < 10; guess++) expect(isAllowed(owner, address(1))).toBe(true);
  expect(takeSignIn(" Owner@Example.com", from(address(1)))).toEqual({ allowed: false, retryAfterSeconds: 300 });
  expect(isAllowed(owner, address(2))).toBe(true);
  expect(isAllowed("other@example.com", address(1))).toBe(true);
});

it("uses the last hop, whatever hops a client adds before it", () => {
  for (let guess = 0; guess < 10; guess++) isAllowed(owner, `198.51.100.${guess}, ${address(1)}`);
  expect(isAllowed(owner, `192.0.2.1, ${address(1)}`)).toBe(false);
  expect(isAllowed(owner, `${address(1)}, ${address(2)}`)).toBe(true);
});

it("uses the /64 of an IPv6 address", () => {
  for (let guess = 0; guess < 10; guess++) isAllowed(owner, `2001:db8:${network}:1::${guess}`);
  expect(isAllowed(owner, `2001:db8:${network}:1:ffff::1`)).toBe(false);
  expect(isAllowed(owner, `2001:db8:${network}:2::1`)).toBe(true);
});

it("blocks fifty failures at one address, for any accounts", () => {
  for (let guess = 0; guess < 50; guess++) expect(isAllowed(`${guess}@example.com`, address(1))).toBe(true);
  expect(isAllowed("fresh@example.com", address(1))).toBe(false);
  expect(isAllowed("fresh@example.com", address(2))).toBe(true);
});

it("does not count rejected attempts of an address for an account", () => {
  for (let guess = 0; guess < 50; guess++) isAllowed(`${guess}@example.com`, address(1));
  vi.setSystemTime(begin + 60_000);
  for (let guess = 0; guess < 10; guess++) expect(isAllowed(owner, address(1))).toBe(false);
  vi.setSystemTime(begin + 5 * 60 * 1000);
  expect(isAllowed(owner, address(1))).toBe(true);
});

it("counts requests without an address together", () => {
  expect(addressOfRequest(undefined)).toBe("unknown");
  expect(addressOfRequest(new Headers())).toBe("unknown");
});

it("starts again five minutes after the first attempt", () => {
  for (let guess = 0; guess < 10; guess++) isAllowed(owner, address(1));
  vi.setSystemTime(begin + 5 * 60 * 1000 - 1);
  expect(isAllowed(owner, address(1))).toBe(false);
  vi.setSystemTime(begin + 5 * 60 * 1000);
  expect(isAllowed(owner, address(1))).toBe(true);
});

it("does not count successes, and resets the account's failures, but not the address's", () => {
  for (let time = 0; time < 60; time++) {
    expect(isAllowed(owner, address(1))).toBe(true);
    signInSucceeded(owner, from(address(1)));
  }
  for (let guess = 0; guess < 49; guess++) isAllowed(`${guess}@example.com`, address(1));
  expect(isAllowed(owner, address(1))).toBe(true);
  signInSucceeded(owner, from(address(1)));
  expect(isAllowed("one-more@example.com", address(1))).toBe(true);
  expect(isAllowed(owner, address(1))).toBe(false);
});
