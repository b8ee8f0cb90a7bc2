import { describe, expect, it } from "vitest";
import { formatFilters } from "@/lib/filter-text/format-filters";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { type ConversationFilters, filterNames, filterOf, noFilters } from "@/lib/filters/conversation-filters";
import { readFilters } from "@/lib/filters/read-filters";
import { searchNames as namesOfSearches } from "@/lib/filters/searches";
import { writeFilters } from "@/lib/filters/write-filters";
import { filterChips } from "./filter-chips";

const searchNames: readonly string[] = namesOfSearches;

const chips = (text: string) => filterChips(parseFilterText(text).filters);
const told = (text: string) =>
  chips(text).map(({ name, relation, value }) => [name, relation, value].filter(Boolean).join(" "));

describe("chips", () => {
  it.each([
    ["label:vip label:refund", ["label vip or refund"]],
    ["label.all:vip label.all:refund", ["labels vip and refund"]],
    ["-label:spam label:vip", ["label vip", "label not spam"]],
    ["created:7d handed-over:no messages:>10", ["created 7d", "handed-over no", "messages >10"]],
    ["var.plan=pro var.plan=team var.orders>3", ["plan = pro or team", "orders > 3"]],
    ['var.plan:* -var.name:* var.note=""', ["plan is set", "name is not set", "note = empty"]],
    ["text:one text:two -spam", ["text one or two", "text not spam"]],
  ])("show %s", (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  it.each(["status:open", "status:closed assignee:none kettle", "one two"])(
    "exclude what tabs and the search text show: %s",
    (text) => {
      expect(chips(text).map(({ name }) => name)).toEqual(text.includes("assignee") ? ["assignee"] : []);
    },
  );

  // A search may contain at most ten texts, so text filters are tested in groups.
  it.each([[searchNames.slice(0, 5)], [searchNames.slice(5, 10)], [searchNames.slice(10)]])(
    "are complete: without them, only what tabs and the search text show is left, with %s",
    (searches) => {
      // Two values for each list filter and one for every other filter, including filters added to the table later.
      const given = filterNames.filter((name) => searches.includes(name) || !searchNames.includes(name));
      const set = given.map((name) => {
        const { definition, isList } = filterOf(name);
        const { example, only, values } = definition;
        const [first = "", second = first] = only ?? [example, values?.find((one) => one !== example) ?? `${example}2`];
        return [name, isList ? [...new Set([first, second])] : first];
      });
      const text = "var.a=1 -var.b=2 var.c~3 var.d:* var.e>1 var.f<2 var.g>=3 var.h<=4";
      const { variables } = parseFilterText(text).filters;
      const filters: ConversationFilters = { ...noFilters, ...Object.fromEntries(set), variables };
      expect(parseFilterText(formatFilters(filters))).toMatchObject({ filters, problems: [] });
      let left = filters;
      for (let chip = filterChips(left)[0]; chip !== undefined; chip = filterChips(left)[0]) {
        const next = { ...left, ...chip.without };
        expect(next).not.toEqual(left);
        left = next;
      }
      expect(left).toEqual({ ...noFilters, "q.all": filters["q.all"] });
      expect(readFilters(writeFilters(filters))).toEqual({ ok: true, filters });
    },
  );
});
