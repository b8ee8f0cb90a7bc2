import { describe, expect, it } from "vitest";
import { matchToken } from "./match-token";
import { scanForToken } from "./scan-for-token";
import { sentTokens } from "./token-candidates";

const token = "tok-en";
const find = (value: unknown, headers: Record<string, string>, query = "") => {
  const body = value === undefined ? "" : JSON.stringify(value);
  return findIn(body, headers, query);
};
const findIn = (body: string | Uint8Array, headers: Record<string, string>, query = "", accepted = token) => {
  const sent = sentTokens((name) => headers[name] ?? null, new URLSearchParams(query));
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const inBody = scanForToken(bytes).map((each) => ({ token: each, place: "body" }));
  return matchToken([...inBody, ...sent], ["old", accepted])?.place ?? null;
};

describe("the token", () => {
  it.each([
    ["body", { token }, {}, ""],
    ["body", token, {}, ""],
    ["header authorization", undefined, { authorization: token }, ""],
    ["header authorization", undefined, { authorization: `Bearer ${token}` }, ""],
    ["header authorization", undefined, { authorization: `token ${token}` }, ""],
    ["header token", null, { token }, ""],
    ["header x-token", [], { "x-token": token }, ""],
    ["header x-webhook-token", 1, { "x-webhook-token": token }, ""],
    ["header x-api-key", { token: "wrong" }, { "x-api-key": token }, ""],
    ["query token", { token: 5 }, { token: "wrong" }, `token=wrong&token=${token}`],
  ])("is found in the %s", (place, value, headers, query) => expect(find(value, headers, query)).toBe(place));

  it("is found in a header in UTF-8, and in Latin-1", () => {
    const header = (value: Buffer) => sentTokens((name) => (name === "token" ? value.toString("latin1") : null), null);
    for (const encoding of ["utf8", "latin1"] as const) {
      expect(matchToken(header(Buffer.from("schlüssel", encoding)), ["schlüssel"])?.place).toBe("header token");
    }
  });

  it.each([
    ["webhook", token],
    [token, ""],
    [token, "x:y"],
    ["", token],
    ["schlüssel", "x"],
  ])("is found in Authorization: Basic of %s and %s", (user, password) => {
    const basic = Buffer.from(`${user}:${password}`).toString("base64");
    const accepted = user === "schlüssel" ? user : token;
    expect(findIn("", { authorization: `Basic ${basic}` }, "", accepted)).toBe("header authorization");
    expect(findIn("", { authorization: `bAsIc  ${basic}` }, "", accepted)).toBe("header authorization");
    expect(findIn("", { authorization: `Basic ${basic}` }, "", "another")).toBeNull();
  });

  it("is found in Authorization: Basic if it contains colons", () => {
    for (const pair of ["a:b:c:", ":a:b:c", "user:a:b:c", "a:b:c:password"]) {
      const authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
      expect(findIn("", { authorization }, "", "a:b:c")).toBe("header authorization");
    }
  });

  it.each(["ab+c/d==", "ab c", "a b+c", "ab%2Bc"])(
    "is found in the query and in a form, encoded or not: %s",
    (accepted) => {
      const encoded = encodeURIComponent(accepted);
      for (const text of [encoded, new URLSearchParams({ token: accepted }).toString().slice(6)]) {
        expect(findIn("", {}, `token=${text}`, accepted)).toBe("query token");
        expect(findIn(`token=${text}&payload={}`, {}, "", accepted)).toBe("body");
      }
      if (!/[ %]/.test(accepted)) expect(findIn("", {}, `token=${accepted}`, accepted)).toBe("query token");
    },
  );

  it("is accepted with surrounding blanks, and in no place of another name", () => {
    const places = (headers: Record<string, string>, query = "") =>
      sentTokens((name) => headers[name] ?? null, new URLSearchParams(query));
    expect(places({ authorization: "  Bearer   tok-en " })).toEqual([
      { place: "header authorization", token: "Bearer   tok-en" },
      { place: "header authorization", token: "tok-en" },
    ]);
    expect(places({ authorization: "tok-en" })).toEqual([{ place: "header authorization", token: "tok-en" }]);
    expect(places({ authorization: "a bearer tok-en" })).toEqual([
      { place: "header authorization", token: "a bearer tok-en" },
    ]);
    expect(places({ token: " a ", "x-token": "b", "x-webhook-token": "c", "x-api-key": "d" })).toEqual([
      { place: "header token", token: "a" },
      { place: "header x-token", token: "b" },
      { place: "header x-webhook-token", token: "c" },
      { place: "header x-api-key", token: "d" },
    ]);
    expect(places({}, "token=a+b&token=c&other=d&token=+")).toEqual([
      { place: "query token", token: "a b" },
      { place: "query token", token: "a+b" },
      { place: "query token", token: "c" },
      { place: "query token", token: "+" },
    ]);
    expect(places({ token: " ", authorization: "" })).toEqual([]);
    expect(sentTokens(() => null, null)).toEqual([]);
  });

  it("is limited to eight colons in Basic credentials", () => {
    const authorization = `Basic ${Buffer.from("a:".repeat(50)).toString("base64")}`;
    expect(sentTokens((name) => (name === "authorization" ? authorization : null), null)).toHaveLength(1 + 1 + 8 * 2);
    for (const odd of [`x ${authorization}`, `${authorization} x`, `Basic a:b`]) {
      expect(sentTokens((name) => (name === "authorization" ? odd : null), null)).toHaveLength(1);
    }
  });

  it.each([
    [{ token: "" }, {}],
    [{ token: "tok-e" }, { authorization: "Bearer " }],
    [{ token: [token] }, { token: `${token}x` }],
    [{ event: { token } }, { cookie: `token=${token}` }],
  ])("is not found in %j, %j", (value, headers) => expect(find(value, headers as Record<string, string>)).toBeNull());
});
