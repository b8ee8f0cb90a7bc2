import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { passwordFault } from "./password-fault";

const email = "ines@example.com";

it("refuses the 10,000 most common passwords, in whatever case", async () => {
  const common = dictionary["passwords-common"].slice(0, 10_000).map(String);
  expect(common).toHaveLength(10_000);
  for (const password of common) {
    expect(await passwordFault(password, email), password).not.toBeNull();
    expect(await passwordFault(password.toUpperCase(), email), password).not.toBeNull();
  }
});

it.each(["short", "aaaaaaaaaaaa", "Password", "trustno1", "INES@example.com", "x".repeat(201)])(
  "refuses %s",
  async (password) => {
    expect(await passwordFault(password, email)).not.toBeNull();
  },
);

it.each(["a kettle on the moon", "correct horse battery staple", "7k3m-x0qd-9r2p-w4tz"])(
  "takes %s",
  async (password) => {
    expect(await passwordFault(password, email)).toBeNull();
  },
);
