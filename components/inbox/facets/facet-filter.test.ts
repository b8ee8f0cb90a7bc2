import { describe, expect, it } from "vitest";
import { usualFacets } from "@/lib/api/facets";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { noFilters } from "@/lib/filters/conversation-filters";
import { facetChoice, has, toggleExcluded, toggleValue, variablesAsked, withFacetChoice } from "./facet-filter";

const none = { only: [], not: [] };

describe("a facet's choice", () => {
  it("adds a value and removes it again, ignoring case", () => {
    const one = toggleValue("label", none, "Refund");
    expect(one).toEqual({ only: ["Refund"], not: [] });
    expect(toggleValue("label", one, "vip")).toEqual({ only: ["Refund", "vip"], not: [] });
    expect(toggleValue("label", one, "refund")).toEqual(none);
  });

  it.each(["var.plan", "has", "account"] as const)("of %s treats values as case-sensitive", (facet) => {
    const one = toggleValue(facet, none, "pro");
    expect(toggleValue(facet, one, "Pro")).toEqual({ only: ["pro", "Pro"], not: [] });
    expect(toggleExcluded(facet, one, "Pro")).toEqual({ only: ["pro"], not: ["Pro"] });
    expect(has(facet, ["pro"], "Pro")).toBe(false);
  });

  it("excludes a value instead of including it, and vice versa", () => {
    const out = toggleExcluded("label", toggleValue("label", none, "refund"), "refund");
    expect(out).toEqual({ only: [], not: ["refund"] });
    expect(toggleValue("label", out, "refund")).toEqual(none);
    expect(toggleExcluded("label", out, "refund")).toEqual(none);
  });

  it.each([...usualFacets, "var.plan" as const])("of %s is read from the filters as written", (facet) => {
    const choice = { only: ["closed"], not: ["open"] };
    const filters = { ...noFilters, ...withFacetChoice(noFilters, facet, choice) };
    expect(filters).not.toEqual(noFilters);
    expect(facetChoice(filters, facet)).toEqual(choice);
    expect({ ...filters, ...withFacetChoice(filters, facet, none) }).toEqual(noFilters);
  });

  it("does not affect other variables or other tests of the same one", () => {
    const { filters } = parseFilterText("var.plan=pro var.plan~p var.orders>3 -var.size=xl");
    const next = { ...filters, ...withFacetChoice(filters, "var.plan", { only: ["team"], not: [] }) };
    expect(next.variables).toHaveLength(4);
    expect(facetChoice(next, "var.plan").only).toEqual(["team"]);
    expect(variablesAsked(next)).toEqual(["size", "plan"]);
  });
});
