import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/api/filters";
import { readInboxSearch, writeInboxSearch } from "./inbox-search";

const read = (search: string) => readInboxSearch(new URLSearchParams(search));

describe("the list's part of the URL", () => {
  it("comes back as it went in", () => {
    const search = read("status=open&label=refund&q=kettle&var.plan=pro&sort=-eventCount");
    expect(readInboxSearch(writeInboxSearch(search.filters, search.sort))).toEqual(search);
    expect(search).toMatchObject({ sort: "-eventCount", filters: { label: ["refund"], q: ["kettle"] } });
  });

  it("leaves the page's other parameters alone", () => {
    expect(read("event=17&status=open")).toEqual(read("status=open"));
  });

  it("drops only what is not valid", () => {
    expect(read("status=pending&from=soon&sort=loudest&label=vip")).toEqual(read("label=vip"));
    expect(read("var.=1")).toEqual({ filters: noFilters, sort: "-lastEventAt" });
  });
});
