import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseEnv, variableNames } from "./env";

const lines = readFileSync(".env.example", "utf8").split("\n");
const assignments = lines.flatMap((line) => /^# (?<name>[A-Z_]+)=(?<value>.*)$/.exec(line)?.groups ?? []);

it("names every variable once in the example file, with the default that it has", () => {
  expect(assignments.map(({ name }) => name).sort()).toEqual([...variableNames].sort());
  const values = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
  expect(parseEnv(values)).toEqual(parseEnv({}));
});
