import { describe, expect, it } from "vitest";
import { decodeBody } from "./decode-body";
import { matchToken } from "./match-token";
import { tokensOfBody, tokensOfHeaders } from "./token-candidates";

const token = "tok-en";
const find = (value: unknown, headers: Record<string, string>, query = "") => {
  const body = value === undefined ? "" : JSON.stringify(value);
  return findIn(body, headers, query);
};
const findIn = (body: string | Uint8Array, headers: Record<string, string>, query = "", accepted = token) => {
  const sent = tokensOfHeaders(new Headers(headers), new URLSearchParams(query));
  const inBody = tokensOfBody(decodeBody(typeof body === "string" ? Buffer.from(body) : body));
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

  it("is found in a header that was written in UTF-8, and in one in Latin-1", () => {
    const header = (value: Buffer) => tokensOfHeaders(new Headers({ token: value.toString("latin1") }), null);
    for (const encoding of ["utf8", "latin1"] as const) {
      expect(matchToken(header(Buffer.from("schlüssel", encoding)), ["schlüssel"])?.place).toBe("header token");
    }
  });

  it.each([
    [{ token: "" }, {}],
    [{ token: "tok-e" }, { authorization: "Bearer " }],
    [{ token: [token] }, { token: `${token}x` }],
    [{ event: { token } }, { cookie: `token=${token}` }],
  ])("is not found in %j, %j", (value, headers) => expect(find(value, headers as Record<string, string>)).toBeNull());
});
