import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseEnv, variableNames } from "./env";

const example = readFileSync(".env.example", "utf8");
const assignments = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);

it("lists every variable once in the example file, with its default", () => {
  expect(assignments.map(([name]) => name).sort()).toEqual([...variableNames].sort());
  expect(parseEnv(Object.fromEntries(assignments))).toEqual(parseEnv({}));
});
