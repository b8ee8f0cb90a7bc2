import { describe, expect, it } from "vitest";
import { readSearchText } from "./read-search-text";

describe("search text", () => {
  it("is text", () => {
    expect(readSearchText("  the  kettle ")).toEqual({ filters: {}, text: "the kettle" });
  });

  it("may hold filters", () => {
    expect(readSearchText('label:refund Assignee:"Ines Oduya" kettle var.plan:pro')).toEqual({
      filters: { label: ["refund"], assignee: ["Ines Oduya"], variables: [{ name: "plan", test: "is", value: "pro" }] },
      text: "kettle",
    });
  });

  it("keeps as text what is no filter", () => {
    for (const typed of ["status:pending", "https://example.com", "at 10:30", "colour:red", "from:soon"]) {
      expect(readSearchText(typed)).toEqual({ filters: {}, text: typed });
    }
  });
});
