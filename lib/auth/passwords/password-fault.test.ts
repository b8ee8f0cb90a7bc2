import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { passwordFault } from "./password-fault";

const email = "ines@example.com";

it("rejects the 10,000 most common passwords, in any case", async () => {
  const common = dictionary["passwords-common"].slice(0, 10_000).map(String);
  expect(common).toHaveLength(10_000);
  for (const password of common) {
    expect(await passwordFault(password, email), password).not.toBeNull();
    expect(await passwordFault(password.toUpperCase(), email), password).not.toBeNull();
  }
});

const long = "correct horse ".repeat(20);

it.each([
  ["short", /at least 8/],
  ["7k3m-x0", /at least 8/],
  [long.slice(0, 201), /at most 200/],
  ["INES@example.com", /e-mail/],
  ["aaaaaaaaaaaa", /common/],
  ["abcabcabcacb", /common/],
  ["Password", /common/],
  ["trustno1", /common/],
])("rejects %s", async (password, reason) => {
  expect(await passwordFault(password, email)).toMatch(reason);
});

it.each(["7k3m-x0q", long.slice(0, 200), "abcdabcdabdc", "a kettle on the moon", "correct horse battery staple"])(
  "accepts %s",
  async (password) => {
    expect(await passwordFault(password, email)).toBeNull();
  },
);
