import { describe, expect, test } from "vitest";
import { cleanLink } from "./clean-link";
import { safeLink } from "./safe-link";

describe("cleanLink", () => {
  test.each([
    ["https://a.example/?__wotbid=1", "https://a.example/"],
    ["https://a.example/?__wotbid=1&__wotcid=2&__wotvid=3&__wotvkey=4&__wotreid=5#top", "https://a.example/#top"],
    ["https://a.example/?x=%20a&__wotcid=2&y", "https://a.example/?x=%20a&y"],
    [
      "see https://a.example/?__wotvid=1 and https://b.example/?q=1&__WOTVKEY=2.",
      "see https://a.example/ and https://b.example/?q=1",
    ],
    ["https://a.example/?not__wotbid=1&__wotother=2", "https://a.example/?not__wotbid=1&__wotother=2"],
  ])("%s", (sent, clean) => {
    expect(cleanLink(sent)).toBe(clean);
  });
});

describe("safeLink", () => {
  test.each([
    ["https://www.google.com", "https", "www.google.com"],
    ["www.example.com/a", "https", "www.example.com"],
    ["//example.com", "https", "example.com"],
    ["http://evil.example:8080/", "http", "evil.example:8080"],
    ["https://раураl.com", "https", "xn--l-7sba6dbr.com"],
    ["mailto:help@example.com?subject=Hi", "mailto", "help@example.com"],
    ["tel:+15550100", "tel", "+15550100"],
  ])("%s links to %s %s", (sent, protocol, destination) => {
    expect(safeLink(sent)).toMatchObject({ protocol, destination });
  });

  test.each([
    "javascript:alert(1)",
    " jAvA\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a.example/1",
    "/relative",
    "#top",
    "",
    "https://",
    "http://paypal.com@evil.example:8080/",
    "https://user:secret@evil.example/",
  ])("%s is rejected", (sent) => {
    expect(safeLink(sent)).toBeNull();
  });

  test("removes tracking parameters", () => {
    expect(safeLink("https://a.example/?__wotbid=1&b=2")?.href).toBe("https://a.example/?b=2");
  });
});
