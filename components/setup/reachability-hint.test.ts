import { describe, expect, it } from "vitest";
import { isPrivateHost } from "./reachability-hint";

describe("a host that the internet cannot reach", () => {
  it.each([
    "localhost",
    "app.localhost",
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.20.0.1",
    "192.168.1.9",
    "[::1]",
    "[fd12::1]",
    "playhead",
    "nas.local",
  ])("%s", (host) => expect(isPrivateHost(host)).toBe(true));

  it.each(["playhead.example.com", "172.32.0.1", "11.0.0.1", "[2001:db8::1]", "10.example.com"])(
    "is not %s",
    (host) => {
      expect(isPrivateHost(host)).toBe(false);
    },
  );
});
