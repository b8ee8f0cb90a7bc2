import { describe, expect, it } from "vitest";
import type { Summary } from "@/lib/conversation/conversation";
import {
  csvColumns,
  csvValue,
  readColumns,
  unknownColumn,
  variableOf,
  variablesAmong,
  writeColumns,
} from "./csv-columns";

const summary: Summary = {
  key: "acme/1",
  id: "1",
  title: "Where is my order?",
  status: "open",
  account: { key: "acme" },
  bot: null,
  visitor: { key: "v-1", name: "Zoë Łuk", email: null },
  channel: { name: "Web" },
  assignee: null,
  labels: [
    { id: "vip", name: "VIP" },
    { id: "bug", name: null },
  ],
  createdAt: "2024-05-01T10:00:00.000000Z",
  lastEventAt: "2024-05-01T10:05:00.000000Z",
  eventCount: 7,
  messageCounts: { visitor: 2, bot: 3, user: 0 },
  noteCount: 0,
  gapCount: 0,
  awaitsAnswer: false,
  lastMessage: null,
  humanWaitMs: null,
  firstReplyMs: 1500,
  longestReplyMs: null,
  waitingSince: null,
  reopened: false,
  firstVisitorMessage: null,
  lastPrompt: null,
};

describe("columns in a URL", () => {
  it.each([
    ["plain ones", ["key", "title", "var.plan"], "key,title,var.plan"],
    ["a comma", ["var.size, in cm", "title"], '"var.size, in cm",title'],
    ["quotation marks", ['var.say "hi"', 'var."'], '"var.say ""hi""","var."""'],
    ["spaces at the ends", ["var. lead", "var.trail "], 'var. lead,"var.trail "'],
    ["names of objects' own parts", ["var.__proto__", "var.constructor"], "var.__proto__,var.constructor"],
    ["a line break", ["var.a\nb,c"], '"var.a\nb,c"'],
  ])("come back as they were written: %s", (_, columns, written) => {
    expect(writeColumns(columns)).toBe(written);
    expect(unknownColumn(written)).toBeNull();
    expect(readColumns([written])).toEqual(columns);
  });

  it("can be spread over several values; duplicates are dropped", () => {
    expect(readColumns(['title, "var.a,b" ,key', "var.a", '"var.a,b"'])).toEqual(["title", "var.a,b", "key", "var.a"]);
    expect(variablesAmong(['title,"var.a,b"', "var.c"])).toEqual(["a,b", "c"]);
    expect(readColumns([" title , key , var.a "])).toEqual(["title", "key", "var.a"]);
  });

  it("are all of a summary where none is named, and without the unknown ones where some are", () => {
    expect(readColumns([])).toEqual(csvColumns);
    expect(readColumns(["colour"])).toEqual(csvColumns);
    expect(readColumns(["colour,title,var."])).toEqual(["title"]);
  });

  it.each([
    ["a name that is none", "var.a,b", '"b"'],
    ["a quotation mark without an end", '"var.a,b', '"\\"var.a"'],
    ["something behind the quotation marks", '"var.a"b', '"\\"var.a\\"b"'],
    ["a variable without a name", "var.", '"var."'],
    ["nothing between commas", "key,,title", '""'],
    ["a built-in property name", "title,constructor", '"constructor"'],
    ["the first of several", "key,colour,size", '"colour"'],
  ])("are invalid for %s", (_, value, named) => {
    expect(JSON.stringify(unknownColumn(value))).toBe(named);
  });
});

describe("what a column holds", () => {
  it.each([
    ["title", "Where is my order?"],
    ["visitor.name", "Zoë Łuk"],
    ["visitor.email", null],
    ["labels", "VIP; bug"],
    ["messageCounts.bot", 3],
    ["messageCounts.user", 0],
    ["awaitsAnswer", false],
    ["lastMessage.text", null],
    ["firstReplyMs", 1500],
    ["var.plan", null],
    ["var.title", null],
  ] as const)("%s", (column, value) => {
    expect(csvValue(column, summary)).toBe(value);
  });
});

describe("the variable of a column", () => {
  it.each([
    ["var.plan", "plan"],
    ["var.var.plan", "var.plan"],
    ["var.title", "title"],
    ["title", null],
    ["visitor.name", null],
  ] as const)("%s: %s", (column, name) => {
    expect(variableOf(column)).toBe(name);
  });
});
