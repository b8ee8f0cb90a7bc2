import { expect, it } from "vitest";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { addressOf } from "./address-of";

it("encodes path parameters", () => {
  const path = { key: "a/b?c", name: "visitor name" };
  expect(addressOf(endpoints.listVariableValues, { path })).toBe("/api/v1/visitors/a%2Fb%3Fc/variables/visitor%20name");
});

it("writes filters and parameters, repeats arrays, and omits undefined values", () => {
  const filters = writeFilters({ ...noFilters, label: ["vip", "two words"] });
  const query = { facet: ["label" as const, "var.plan" as const], search: undefined, limit: 5 };
  expect(addressOf(endpoints.listFacets, { filters, query })).toBe(
    "/api/v1/facets?label=vip&label=two+words&facet=label&facet=var.plan&limit=5",
  );
});

it("has no question mark without a query", () => {
  expect(addressOf(endpoints.listViews)).toBe("/api/v1/views");
  expect(addressOf(endpoints.listConversations, { query: { cursor: undefined, columns: [] } })).toBe(
    "/api/v1/conversations",
  );
});
