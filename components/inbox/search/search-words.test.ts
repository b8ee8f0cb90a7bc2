import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { readSearch, textOfWords, withWords } from "./search-words";

const always = () => true;
const behindSpace = (text: string) => readSearch(text, ({ end }) => end < text.length);

describe("parsing the search box", () => {
  it("extracts filters from the text", () => {
    const { terms, words, rest } = readSearch(
      'label:"needs review" kettle -assignee:none var.plan=pro -spam broken',
      always,
    );
    expect(terms).toEqual({
      ...noFilters,
      label: ["needs review"],
      "-assignee": ["none"],
      "-q": ["spam"],
      variables: [{ name: "plan", test: "is", value: "pro" }],
    });
    expect(words).toEqual({ q: [], "q.all": ["kettle", "broken"] });
    expect(rest).toBe("kettle broken");
  });

  it("leaves a term that is still being typed", () => {
    expect(behindSpace("status:open")).toMatchObject({ hasTerms: false, rest: "status:open" });
    expect(behindSpace("status:open ")).toMatchObject({ hasTerms: true, rest: "" });
    expect(behindSpace("kettle status:open refund")).toMatchObject({ hasTerms: true, rest: "kettle refund" });
  });

  it("keeps invalid terms in the text, and does not search for them", () => {
    const { terms, words, rest } = readSearch("colour:red status:pending status:open kettle", always);
    expect(terms.status).toEqual(["open"]);
    expect(rest).toBe("colour:red status:pending kettle");
    expect(words).toEqual({ q: ["kettle"], "q.all": [] });
  });

  it("keeps the space after the last word, where typing continues", () => {
    expect(behindSpace("kettle status:open ").rest).toBe("kettle ");
  });
});

describe("several texts of which any may occur", () => {
  it.each([
    ["text:a text:b", { q: [], "q.all": [] }, { q: ["a", "b"], "q.all": [] }],
    ["text:a", { q: [], "q.all": [] }, { q: ["a"], "q.all": [] }],
    ["kettle text:a", { q: ["kettle"], "q.all": [] }, { q: ["a"], "q.all": ["kettle"] }],
    ["text:c", { q: ["a", "b"], "q.all": [] }, { q: ["a", "b", "c"], "q.all": [] }],
    ["pot text:b", { q: ["a", "b"], "q.all": ["kettle"] }, { q: ["a", "b"], "q.all": ["pot"] }],
  ])("survive a round trip through typing: %s", (typed, filters, wanted) => {
    const { terms, words } = readSearch(typed, always);
    expect(withWords(filters, words, terms.q)).toEqual(wanted);
  });
});

describe("the search text of the filters", () => {
  it.each([
    [{ q: ["two words"], "q.all": [] }, '"two words"'],
    [{ q: [], "q.all": ["one", "two words"] }, 'one "two words"'],
    [{ q: ["a", "b"], "q.all": [] }, ""],
    [{ q: ["a"], "q.all": ["b"] }, "b"],
  ])("%j is written as %s", (filters, text) => {
    expect(textOfWords(filters)).toBe(text);
    expect(withWords(filters, readSearch(text, always).words)).toEqual(filters);
  });
});
