import { describe, expect, it } from "vitest";
import { buildRows } from "./build-rows";
import { eventsOfRow } from "./row";
import { sketchEvents } from "./test-events";

const plain = {
  exchanges: [],
  gaps: [],
  changes: new Map(),
  dayOf: (instant: string) => instant.slice(0, 10),
  isFolded: () => false,
  isShown: () => true,
};
const kinds = (rows: ReturnType<typeof buildRows>) => rows.map((row) => row.kind).join(" ");

describe("buildRows", () => {
  it("returns one row for every event, in order", () => {
    const types = ["message", "note", "status", "survey_answered", "message", "variables", "message"];
    const events = sketchEvents(types.map((type, index) => ({ at: index, by: "bot", type })));
    const rows = buildRows({ ...plain, events });
    expect(rows.flatMap(eventsOfRow).map((event) => event.id)).toEqual(events.map((event) => event.id));
    expect(kinds(rows)).toBe("day message note line unknown message line message");
  });

  it("shows an unrecognised system event as a card, not as a one-line entry", () => {
    const events = sketchEvents([{ at: 0, type: "status", recognised: false }]);
    expect(kinds(buildRows({ ...plain, events }))).toBe("day unknown");
  });

  it("collapses a long pause to a divider, and separates days", () => {
    const events = sketchEvents([
      { at: 0, by: "visitor" },
      { at: 119, by: "visitor" },
      { at: 239, by: "visitor" },
      { at: 86_400, by: "visitor" },
    ]);
    const rows = buildRows({ ...plain, events });
    expect(kinds(rows)).toBe("day message message silence message silence day message");
    expect(rows.find((row) => row.kind === "silence")).toMatchObject({ milliseconds: 120_000 });
  });

  it("groups consecutive messages of one actor until another entry", () => {
    const events = sketchEvents([
      { at: 0, by: "bot" },
      { at: 1, by: "bot" },
      { at: 2, by: "visitor" },
      { at: 3, by: "bot" },
      { at: 4, type: "variables" },
      { at: 5, by: "bot" },
    ]);
    const starts = buildRows({ ...plain, events }).flatMap((row) => (row.kind === "message" ? [row.startsGroup] : []));
    expect(starts).toEqual([true, false, true, true, true]);
  });

  it("adds a heading to runs of four system events, and collapses them", () => {
    const events = sketchEvents([
      { at: 0, by: "bot" },
      ...[1, 2, 3, 4].map((at) => ({ at, type: "variables" })),
      { at: 5, by: "bot" },
      ...[6, 7, 8].map((at) => ({ at, type: "status" })),
    ]);
    expect(kinds(buildRows({ ...plain, events }))).toBe("day message run line line line line message line line line");
    const folded = buildRows({ ...plain, events, isFolded: (id) => id === "2" });
    expect(kinds(folded)).toBe("day message run message line line line");
    expect(folded.flatMap(eventsOfRow)).toHaveLength(events.length);
  });

  it("places gaps, and joins prompts with answers", () => {
    const events = sketchEvents([
      { at: 0, by: "bot" },
      { at: 9, by: "visitor" },
    ]);
    const exchange = { promptId: "1", answerId: "2", outcome: "answered" as const, afterMs: 9000, variables: [] };
    const rows = buildRows({
      ...plain,
      events,
      exchanges: [exchange],
      gaps: [
        { afterEventId: "1", reason: "one" },
        { afterEventId: "1", reason: "two" },
      ],
    });
    expect(kinds(rows)).toBe("day message gap message");
    expect(rows[2]).toMatchObject({ reasons: ["one", "two"] });
    expect(rows[1]).toMatchObject({ joined: { role: "prompt", partner: { id: "2" } } });
    expect(rows[3]).toMatchObject({ joined: { role: "answer", partner: { id: "1" } } });
  });

  it("replaces hidden entries by rows, without their days and pauses, but with their gaps", () => {
    const events = sketchEvents([
      { at: 0, by: "visitor", type: "note" },
      { at: 1, by: "bot" },
      { at: 2, by: "bot", type: "variables" },
      { at: 400, by: "bot" },
      { at: 401, by: "visitor", type: "note" },
      { at: 402, by: "bot" },
      { at: 403, by: "bot" },
    ]);
    const gaps = [{ afterEventId: "6", reason: "lost" }];
    const rows = buildRows({ ...plain, events, gaps, isShown: ({ type }) => type === "note" });
    expect(kinds(rows)).toBe("day note hidden note hidden gap hidden");
    expect(rows.flatMap(eventsOfRow).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  it("measures the pause before a shown entry from the previous entry, hidden or not", () => {
    const events = sketchEvents([
      { at: 0, type: "note" },
      { at: 100, by: "bot" },
      { at: 300, type: "note" },
    ]);
    const rows = buildRows({ ...plain, events, isShown: ({ type }) => type === "note" });
    expect(kinds(rows)).toBe("day note hidden silence note");
    expect(rows.find(({ kind }) => kind === "silence")).toMatchObject({ milliseconds: 200_000 });
  });
});
