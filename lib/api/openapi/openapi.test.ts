import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { definitions } from "@/lib/api/endpoints/definitions";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { tags } from "@/lib/api/endpoints/tags";
import { openApi } from "./openapi";

const document = openApi({
  appUrl: "http://localhost:3000",
  version: "1.2.3",
  sessionCookie: "playhead.session_token",
});
const text = JSON.stringify(document);

it("has neither errors nor warnings from Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: text, absoluteRef: "openapi.json", config });
  expect(
    problems.map(({ ruleId, severity, message, location }) => [ruleId, severity, message, location[0]?.pointer]),
  ).toEqual([]);
});

it("has a summary for each operation, in a documented group", () => {
  for (const { name, tag, summary, description } of Object.values(definitions)) {
    expect(Object.keys(tags), name).toContain(tag);
    expect(summary, name).toMatch(/^[A-Z].*[^.]$/);
    expect(description, name).toMatch(/^[A-Z].*\.$/s);
  }
});

it("describes every parameter", () => {
  const described = /"name":"[^"]*","in":"(?:query|path|header)","required":(?:true|false),"description":"[^"]/g;
  expect(text.match(described)?.length).toBe(text.match(/"in":"(?:query|path|header)"/g)?.length);
});

it("has the definition of each endpoint under its name", () => {
  expect(Object.keys(definitions).sort()).toEqual(Object.keys(endpoints).sort());
  for (const [name, definition] of Object.entries(definitions)) expect(definition.name).toBe(name);
});

it("does not reveal implementation details", () => {
  expect(text).not.toMatch(/recordOf|\$schema|~standard/);
});
