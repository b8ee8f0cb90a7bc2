import fc from "fast-check";
import { expect, it } from "vitest";
import { offsetsOf } from "./offsets";
import { Zone } from "./zone";

it.each(["UTC", "Europe/Berlin", "Asia/Kathmandu", "Africa/Casablanca", "Australia/Lord_Howe", "Africa/Cairo"])(
  "finds every change of a zone's offset: %s",
  (name) => {
    const zone = new Zone(name);
    const offsets = offsetsOf(name);
    const offsetAt = (instant: bigint) => offsets.find(({ until }) => until === null || instant < until)?.offset;
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0), max: Date.now() }), (at) => {
        expect(offsetAt(BigInt(at) * 1000n)).toBe(BigInt(zone.offset(at)) * 1000n);
      }),
      { numRuns: 500 },
    );
    for (const { until, offset } of offsets) {
      if (until === null) continue;
      const at = Number(until / 1000n);
      expect(BigInt(zone.offset(at - 1)) * 1000n).toBe(offset);
      expect(BigInt(zone.offset(at)) * 1000n).not.toBe(offset);
    }
  },
);
