import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contentSecurityPolicy, sonnerStyles } from "./content-security-policy";

const circumstances = {
  isHttps: true,
  isDevelopment: false,
  mediaHosts: ["storage.googleapis.com/bucket", "*.cdn.example"],
};

it("names the media hosts, and allows no inline scripts or style elements", () => {
  const directives = new Map(
    contentSecurityPolicy("n", circumstances)
      .split("; ")
      .map((directive) => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources];
      }),
  );
  expect(directives.get("img-src")).toEqual(["'self'", "data:", "storage.googleapis.com/bucket/", "*.cdn.example"]);
  expect(directives.get("media-src")).toEqual(["'self'", "storage.googleapis.com/bucket/", "*.cdn.example"]);
  expect(directives.get("script-src")).toEqual(["'self'", "'nonce-n'", "'strict-dynamic'"]);
  expect(directives.get("style-src")).toEqual(["'self'", "'nonce-n'", ...sonnerStyles.split(" ")]);
  expect(directives.has("upgrade-insecure-requests")).toBe(true);
});

it("contains the hash of the installed sonner's style element", () => {
  const source = readFileSync("node_modules/sonner/dist/index.mjs", "utf8");
  const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1] ?? "null";
  const sourceOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(sonnerStyles).toBe(`${sourceOf("")} ${sourceOf(String(JSON.parse(literal)))}`);
});
