import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { readInboxSearch, writeInboxSearch } from "./inbox-search";

const read = (search: string) => readInboxSearch(new URLSearchParams(search));

describe("the list's part of the URL", () => {
  it("survives a round trip", () => {
    const search = read("status=open&label=refund&q=kettle&var.plan=pro&sort=-eventCount");
    expect(readInboxSearch(writeInboxSearch(search.filters, search.sort))).toEqual(search);
    expect(search.ignored).toEqual([]);
    expect(search).toMatchObject({ sort: "-eventCount", filters: { label: ["refund"], q: ["kettle"] } });
  });

  it("keeps the page's other parameters", () => {
    expect(read("event=17&status=open")).toEqual(read("status=open"));
  });

  it("drops only what is invalid, and reports it", () => {
    const { ignored, ...search } = read("status=pending&from=soon&sort=loudest&label=vip&labl=spam&event=7");
    expect(search).toEqual({ filters: read("label=vip").filters, sort: "-lastEventAt" });
    expect(ignored).toEqual([
      { written: "labl=spam", message: 'Unknown filter "labl".' },
      { written: "sort=loudest", message: "Unknown sort order." },
      { written: "status=pending", message: '"status" must be "open" or "closed".' },
      {
        written: "from=soon",
        message: '"from" must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z).',
      },
    ]);
    expect(read("var.=1")).toMatchObject({ filters: noFilters, ignored: [{ written: "var.=1" }] });
  });
});
