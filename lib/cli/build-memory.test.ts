import { expect, it } from "vitest";
import { memoryWarning } from "./build-memory.mjs";

it("fails before the build if there is too little memory", () => {
  expect(memoryWarning({ memory: 1.07e9, swap: 0 })).toContain("needs about 2.2 GB of memory, and there are 1.1 GB");
  expect(memoryWarning({ memory: 1.07e9, swap: 2e9 })).toBeNull();
  expect(memoryWarning({ memory: 4e9, swap: 0 })).toBeNull();
});
