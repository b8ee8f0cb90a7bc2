import { expect, test } from "vitest";
import { replaceVariableTokens, variableName } from "./variable-token";

test.each([
  ["\u00bf\u00b7$user.info.JS1\u00b7?", "visitor_js1"],
  ["\u00bf\u00b7JS2\u00b7?", "JS2"],
  ["$user.info.Email", "visitor_email"],
  ["visitor_js1", "visitor_js1"],
  ["\u00bf\u00b7\u00b7?", ""],
])("%s is %s", (token, name) => {
  expect(variableName(token)).toBe(name);
});

test("tokens in a text are replaced by their names", () => {
  expect(replaceVariableTokens("Dear \u00bf\u00b7$user.info.Name\u00b7?: \u00bf\u00b7sum\u00b7?!")).toBe(
    "Dear {visitor_name}: {sum}!",
  );
});
