import { describe, expect, it } from "vitest";
import type { SearchHit } from "@/lib/conversation/conversation";
import { hrefOfHit, shownHit } from "./hit-of-search";

const hit = (kind: SearchHit["kind"], eventId: string | null): SearchHit => ({
  ...{ eventId, kind, text: "the ＲＥＦＵＮＤ, please", start: 4, end: 10, by: null, at: null },
});

describe("the hit shown in a row", () => {
  it("is a message rather than another event", () => {
    expect(shownHit({ hits: { count: 2, first: [hit("event", "1"), hit("note", "2")] } })?.eventId).toBe("2");
    expect(shownHit({ hits: { count: 1, first: [hit("event", "1")] } })?.eventId).toBe("1");
  });

  it("is null when only the title matches, or without a search", () => {
    expect(shownHit({ hits: { count: 1, first: [hit("title", null)] } })).toBeNull();
    expect(shownHit({})).toBeNull();
  });

  it("is linked to, with the words as typed, or as they appear in the hit", () => {
    const summary = { hits: { count: 1, first: [hit("message", "7")] } };
    expect(hrefOfHit("/conversations/a?q=refund", summary, "refund")).toBe(
      "/conversations/a?q=refund&event=7&find=refund",
    );
    expect(hrefOfHit("/conversations/a", summary, "card")).toBe(
      `/conversations/a?event=7&find=${encodeURIComponent("ＲＥＦＵＮＤ")}`,
    );
  });

  it("links to the conversation itself when it is not an event", () => {
    expect(hrefOfHit("/conversations/a", { hits: { count: 1, first: [hit("visitor", null)] } }, "x")).toBe(
      "/conversations/a",
    );
  });
});
