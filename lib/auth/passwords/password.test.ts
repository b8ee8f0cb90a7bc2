import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

// Made by the reference implementation: echo -n "password" | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24 -e
const foreign = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

it("hashes with argon2id into the PHC format, another salt each time", async () => {
  const [one, two] = await Promise.all([hashPassword("a kettle"), hashPassword("a kettle")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword({ hash: one, password: "a kettle" })).toBe(true);
  expect(await verifyPassword({ hash: one, password: "A kettle" })).toBe(false);
});

it("verifies hashes with other costs, as the reference implementation writes them", async () => {
  expect(await verifyPassword({ hash: foreign, password: "password" })).toBe(true);
  expect(await verifyPassword({ hash: foreign, password: "Password" })).toBe(false);
});

it("takes either spelling of an accent", async () => {
  const hash = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword({ hash, password: "cafe\u0301 au lait" })).toBe(true);
});

it.each(["", "plain", "$argon2i$v=19$m=16,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA"])(
  "matches nothing with a hash of another format: %j",
  async (hash) => expect(await verifyPassword({ hash, password: hash })).toBe(false),
);
