import { expect, it } from "vitest";
import { variableNames } from "./env";
import { misspelled } from "./misspelled";

it.each([
  ["WEBHOOK_TOKEN", "WEBHOOK_TOKENS"],
  ["PLAYHEAD_WEBHOOK_TOKENS", "WEBHOOK_TOKENS"],
  ["DATABSE_URL", "DATABASE_URL"],
  ["database_url", "DATABASE_URL"],
  ["APPURL", "APP_URL"],
  ["AUTH_SECRETS", "AUTH_SECRET"],
  ["port", "PORT"],
  ["WEBHOOK-TOKENS", "WEBHOOK_TOKENS"],
])("recognises %s as a misspelling of %s", (name, intended) => {
  expect(misspelled([name], variableNames)).toEqual([expect.stringContaining(`${name} is not`)]);
  expect(misspelled([name], variableNames)[0]).toContain(`Did you mean ${intended}?`);
});

it("ignores our own variables and those of other programs", () => {
  const others = [
    "PATH",
    "HOME",
    "HOSTNAME",
    "POST",
    "SHELL",
    "NODE_ENV",
    "DATABASE_DIR",
    "API_URL",
    "NEXT_PUBLIC_URL",
  ];
  expect(misspelled([...variableNames, ...others], variableNames)).toEqual([]);
});
