import { expect, it } from "vitest";
import { lineChanges } from "./line-changes";

const show = (before: string, after: string) =>
  lineChanges(before, after).map((line) =>
    line.kind === "skipped" ? `@${line.count}` : `${{ same: " ", gone: "-", new: "+" }[line.kind]}${line.text}`,
  );

it("shows changes with two lines of context, and skips the rest", () => {
  const before = ["1", "2", "3", "4", "5", "6", "7"].join("\n");
  expect(show(before, before.replace("4", "four"))).toEqual(["@1", " 2", " 3", "-4", "+four", " 5", " 6", "@1"]);
  expect(show("a", "a\r\nb")).toEqual([" a", "+b"]);
  expect(show("", "x")).toEqual(["-", "+x"]);
});

it("is fast for very long texts", () => {
  const long = Array.from({ length: 20_000 }, (_, line) => `line ${line}`).join("\n");
  expect(lineChanges(long, `${long}\nmore`)).toHaveLength(40_001);
});
