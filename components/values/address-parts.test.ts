import { expect, it } from "vitest";
import { addressParts } from "./address-parts";

it("keeps the end of addresses that may be cut", () => {
  expect(addressParts("amara.bello@customers.example.com")).toEqual(["amara.bello@customers.ex", "ample.com"]);
  expect(addressParts("https://shop.example.com/returns?order=2291")).toEqual([
    ...["https://shop.example.com/returns?o", "rder=2291"],
  ]);
  expect(addressParts("https://shop.example.com/returns/😀😀😀😀😀😀😀😀😀")?.[1]).toBe("😀😀😀😀😀😀😀😀😀");
});

it("leaves other texts and short addresses whole", () => {
  for (const text of [
    "amara@example.com",
    "a sentence about x@example.com and more",
    "",
    "no address, but rather long",
  ])
    expect(addressParts(text)).toBeNull();
});
