import { beforeAll, describe, expect, it } from "vitest";
import { transcriptFormat } from "@/lib/api/schemas/transcript";
import { noFilters } from "@/lib/filters/conversation-filters";
import { exportEvents } from "@/lib/queries/exports/export-events";
import { exportTable } from "@/lib/queries/exports/export-table";
import { searchPeople } from "@/lib/queries/privacy/search-people";
import { Refusal } from "@/lib/queries/refusal";
import { unfamiliarReport } from "@/lib/queries/unfamiliar-report";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { conversationPage } from "./conversation-page";
import { conversationQuestions } from "./conversation-questions";
import { conversationState } from "./conversation-state";
import { conversationTranscript } from "./conversation-transcript";
import { eventPage } from "./event-page";
import { historyOfVariable } from "./variable-history";
import { visitorByKey } from "./visitor-by-key";
import { visitorEvents } from "./visitor-events";

const viewer = testViewer();
const rounds = 6;
const size = 300_000;
const visitor = "a569015fa03d41a283ed4c66c4601966";
/** A page of events contains up to a megabyte of received text, and an event's JSON contains its text, its payload and more. */
const mostCharacters = 4_000_000;

/** Notes, variables, prompts with answers, and messages: two megabytes of each. */
function eventsOf(round: number) {
  const by = (type: string) => ({ type, id: "1", email: null });
  const text = `${round} needle ${"long ".repeat(size / 5)} end${round}`;
  const at = (place: number) => `2024-05-05 10:00:${10 + round}.00000${place}`;
  const said = (place: number, type: string, message: unknown) =>
    eventOf("message", { message_by: by(type), message }, at(place), "long");
  const variables = [
    { name: "visitor_story", type: "text", value: text },
    { name: `story_${round}`, type: "text", value: text },
  ];
  return [
    eventOf("note", { note_by: by("user"), note: text }, at(0), "long"),
    eventOf("variables", { variables }, at(1), "long"),
    said(2, "bot", { type: "form", payload: { title: text, fields: [{ label: "Story", variable: "story" }] } }),
    said(3, "visitor", {
      type: "form.response",
      payload: { fields: [{ label: "Story", variable: "story", value: text }] },
    }),
    said(4, "visitor", { type: "text", text, odd: text }),
  ];
}

describeEachDatabase("responses about a conversation of twelve megabytes", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    for (let round = 0; round < rounds; round++)
      for (const event of eventsOf(round)) await deliver(store, { events: [event] });
  });

  const reads: Record<string, () => Promise<unknown>> = {
    state: () => conversationState(viewer, { key: "long" }),
    questions: () => conversationQuestions(viewer, { key: "long" }),
    events: () => eventPage(viewer, { key: "long", limit: 500 }),
    visitor: () => visitorByKey(viewer, visitor),
    "visitor's events": () => visitorEvents(viewer, { key: visitor, limit: 200, cursor: undefined, order: "asc" }),
    "variable's history": () => historyOfVariable(viewer, { key: visitor, name: "visitor_story", cursor: undefined }),
    people: () => searchPeople(viewer, visitor),
    unfamiliar: () => unfamiliarReport(viewer),
    "list with a search and a variable": () =>
      conversationPage(viewer, {
        filters: { ...noFilters, q: ["needle", "end3"] },
        ...{ sort: "-lastEventAt", limit: 50, cursor: undefined, total: true },
        variables: ["visitor_story", ...Array.from({ length: rounds }, (_, round) => `story_${round}`)],
      }),
  };

  it.each(Object.entries(reads))("%s: contain at most a few megabytes", async (_, read) => {
    const answer = await read();
    expect(answer).not.toBeInstanceOf(Refusal);
    expect(JSON.stringify(answer).length).toBeLessThan(mostCharacters);
  });

  it("reference the rest of a text, contain the first ones in full, and count all of them", async () => {
    const state = await conversationState(viewer, { key: "long" });
    if (state instanceof Refusal) throw new Error(state.message);
    expect(state.notes.map(({ text }) => Number.parseInt(text, 10))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(state.notes[0]?.text).toMatch(/ end0$/);
    const last = state.notes.at(-1);
    expect(last?.text).toMatch(new RegExp(`… \\(299,\\d{3} more characters in event ${last?.eventId}\\)$`));
    expect(state.variables.story_5?.value).toBe(
      `${"5 needle ".padEnd(1000, "long ")}… (299,014 more characters in event ${state.variables.story_5?.eventId})`,
    );
    const questions = await conversationQuestions(viewer, { key: "long" });
    if (questions instanceof Refusal) throw new Error(questions.message);
    expect(questions).toHaveLength(rounds);
    expect(questions.at(-1)?.question).toContain(`more characters in event ${questions.at(-1)?.promptId})`);
    expect(questions.at(-1)?.answer).toContain(`more characters in event ${questions.at(-1)?.answerId})`);
  });

  describe.each(transcriptFormat.options)("as %s", (format) => {
    it("a transcript is complete, and is written at most one event at a time", async () => {
      const transcript = await conversationTranscript(viewer, { key: "long", format });
      if (transcript instanceof Refusal) throw new Error(transcript.message);
      const pieces = await Array.fromAsync(transcript.pieces);
      const whole = pieces.join("");
      for (let round = 0; round < rounds; round++) expect(whole.split(` end${round}`).length).toBeGreaterThanOrEqual(5);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(mostCharacters);
      expect(pieces.length).toBeGreaterThan(5);
    });
  });

  it.each(["table", "events"])("the export's %s are streamed in chunks", async (what) => {
    const columns = ["key", "var.visitor_story", "var.story_1"] as const;
    const pieces =
      what === "events"
        ? await exportEvents(viewer, noFilters)
        : await exportTable(viewer, { filters: noFilters, columns, bom: false, dialect: "plain" });
    for await (const piece of pieces) expect(piece.length).toBeLessThan(mostCharacters);
  });
});
