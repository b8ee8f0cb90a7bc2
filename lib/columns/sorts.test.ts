import { describe, expect, it } from "vitest";
import { type ConversationSort, defaultSort, readSort, sortDefinition, sortLabel, sorts } from "./sorts";

describe("the orders of the list", () => {
  it("are both directions of what it can be sorted by, the default first and once", () => {
    expect(sorts).toEqual([
      "-lastEventAt",
      "-title",
      "title",
      "-createdAt",
      "createdAt",
      "lastEventAt",
      "-duration",
      "duration",
      "-eventCount",
      "eventCount",
      "-messages",
      "messages",
      "-noteCount",
      "noteCount",
      "-gapCount",
      "gapCount",
      "-humanWait",
      "humanWait",
      "-firstReply",
      "firstReply",
      "-waitingSince",
      "waitingSince",
    ]);
    expect(defaultSort).toBe("-lastEventAt");
  });

  it.each(["title", "-title", "lastEventAt", "-waitingSince"])("%j is one", (name) => {
    expect(readSort(name)).toBe(name);
  });

  it.each(["", "-", "Title", "title-", "--title", "+title", "status", "constructor"])("%j is none", (name) => {
    expect(readSort(name)).toBeNull();
  });

  it.each<[ConversationSort, label: string, isDescending: boolean]>([
    ["title", "Title, A to Z", false],
    ["-title", "Title, Z to A", true],
    ["-lastEventAt", "Latest event first", true],
    ["lastEventAt", "Longest inactive first", false],
    ["waitingSince", "Waiting longest first", false],
    ["-waitingSince", "Waiting shortest first", true],
  ])("%s is called %j", (sort, label, isDescending) => {
    expect(sortLabel(sort)).toBe(label);
    expect(sortDefinition(sort)).toMatchObject({ name: sort.replace(/^-/, ""), isDescending });
  });

  it("have no definition under another name", () => {
    expect(() => sortDefinition("status" as ConversationSort)).toThrow('Unknown sort order "status".');
  });
});
