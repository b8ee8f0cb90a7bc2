import { describe, expect, test } from "vitest";
import { defaultMediaHosts, mayLoad, mediaSources } from "./may-load";

const hosts = ["storage.googleapis.com", "localhost:8080", "*.cdn.example", "shared.example/ours"];

describe("mayLoad", () => {
  test.each([
    ["https://storage.googleapis.com/x.png", true],
    ["https://bucket-dev.storage.googleapis.com/x.png", true],
    ["https://STORAGE.googleapis.com/x.png", true],
    ["http://localhost:8080/x.png", true],
    ["http://localhost:8081/x.png", false],
    ["https://storage.googleapis.com:8443/x.png", false],
    ["https://evilstorage.googleapis.com/x.png", false],
    ["https://storage.googleapis.com.evil.example/x.png", false],
    ["https://storage.googleapis.com@evil.example/x.png", false],
    ["https://a.cdn.example/x.png", true],
    ["https://cdn.example/x.png", false],
    ["https://evilcdn.example/x.png", false],
    ["https://shared.example/ours/x.png", true],
    ["https://shared.example/ours/", true],
    ["https://shared.example/ours", false],
    ["https://shared.example/ours-too/x.png", false],
    ["https://shared.example/theirs/ours/x.png", false],
    ["https://shared.example/ours/../theirs/x.png", false],
    ["https://shared.example/ours/%2e%2e/theirs/x.png", false],
    ["https://shared.example\\ours\\..\\theirs\\x.png", false],
    ["https://a.shared.example/ours/x.png", false],
    ["data:image/png;base64,AAAA", false],
    ["ftp://storage.googleapis.com/x.png", false],
    ["x.png", false],
    ["", false],
  ])("%s is on a media host: %s", (url, isKnown) => {
    expect(mayLoad(url, "bot", hosts)).toBe(isKnown ? "now" : "new-tab");
    expect(mayLoad(url, "agent", hosts)).toBe(isKnown ? "now" : "new-tab");
    expect(mayLoad(url, "visitor", hosts)).toBe(isKnown ? "on-click" : "new-tab");
    expect(mayLoad(url, "system", hosts)).toBe(isKnown ? "on-click" : "new-tab");
  });

  test("a visitor's own bucket on the default host requires a click", () => {
    expect(mayLoad("https://storage.googleapis.com/anybody/pixel.gif", "visitor", defaultMediaHosts)).toBe("on-click");
  });
});

test("mediaSources lists exactly what mayLoad allows", () => {
  expect(mediaSources(hosts)).toEqual([
    "storage.googleapis.com",
    "*.storage.googleapis.com",
    "localhost:8080",
    "*.localhost:8080",
    "*.cdn.example",
    "shared.example/ours/",
  ]);
});
