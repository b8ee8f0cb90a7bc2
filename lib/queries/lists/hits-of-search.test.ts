import { beforeAll, expect, it } from "vitest";
import { defaultSort } from "@/lib/columns/sorts";
import type { Summary } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { conversationPage } from "@/lib/queries/conversations/conversation-page";
import { eventPage } from "@/lib/queries/conversations/event-page";
import { Refusal } from "@/lib/queries/refusal";
import { finder, namer } from "@/lib/search/is-found";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { manyConversations, words } from "@/lib/testing/many-conversations";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";

const viewer = testViewer();
const visitor = { type: "visitor", id: null, email: null };
const agent = { type: "user", id: "8181", email: "Ada@example.com" };

describeEachDatabase("hits of a search", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    await deliver(store, ...manyConversations(120));
    const says = (by: object, message: object, second: number) =>
      eventOf("message", { message_by: by, message }, `2024-05-05 10:00:${second}.000000`, "told");
    await deliver(store, {
      events: [
        eventOf("conversation_create", { title: "About the Pot" }, "2024-05-05 10:00:10.000000", "told"),
        says(
          visitor,
          { type: "text", text: `${"so it goes ".repeat(40)}the ＫＥＴＴＬＥ broke${" and so on".repeat(40)}` },
          20,
        ),
        says(visitor, { type: "button.response", payload: { text: "A kettle" } }, 30),
        eventOf("note", { note_by: agent, note: "<b>Kettle</b>: refund" }, "2024-05-05 10:00:40.000000", "told"),
        says(agent, { type: "text", text: "Another kettle is on its way" }, 50),
      ],
    });
  });

  it.each(words)("returns how many events and fields contain %j, and the first of them", async (q) => {
    for (const row of some(await search(q))) {
      const events = await eventPage(viewer, { key: row.key, limit: 1000 });
      if (events instanceof Refusal) throw new Error(events.message);
      const held = events.data.filter(({ text }) => finder(q)(text));
      expect(row.hits?.count).toBe(held.length);
      const isOfVisitor = ({ type, actor }: Event) => type === "message" && actor?.type === "visitor";
      const ordered = [...held.filter(isOfVisitor), ...held.filter((event) => !isOfVisitor(event))];
      expect(row.hits?.first.map(({ eventId }) => eventId)).toEqual(ordered.slice(0, 3).map(({ id }) => id));
      for (const { text, start, end } of some(row.hits?.first ?? [])) {
        expect(namer(q)(text.slice(start, end))).toBe(true);
      }
    }
  });

  it("distinguishes messages, answers, notes and fields, and their speakers", async () => {
    const [row] = await search("kettle");
    expect(row?.hits?.count).toBe(4);
    const [said, answered, noted] = row?.hits?.first ?? [];
    expect(said).toMatchObject({ kind: "message", by: { type: "visitor" }, at: "2024-05-05T10:00:20.000000Z" });
    expect(said?.text.slice(said.start, said.end)).toBe("ＫＥＴＴＬＥ");
    expect(said?.text).toMatch(/^….{10,40}ＫＥＴＴＬＥ broke.{100,160}…$/);
    expect(answered).toMatchObject({ kind: "answer", text: "A kettle", start: 2, end: 8 });
    expect(noted).toMatchObject({ kind: "note", by: { id: "8181" }, text: "Kettle: refund", start: 0, end: 6 });
    const [titled] = await search("about the pot");
    expect(titled?.hits?.first).toContainEqual({
      ...{ eventId: null, kind: "title", text: "About the Pot", start: 0, end: 13, by: null, at: null },
    });
  });

  it("returns only hits by the selected speaker", async () => {
    const hits = async (part: Partial<ConversationFilters>) => {
      const [row] = await searchBy(part);
      return row?.hits?.first.map(({ text }) => text.slice(-20));
    };
    expect(await hits({ said: ["kettle"] })).toHaveLength(2);
    expect(await hits({ agentSaid: ["kettle"] })).toEqual(["kettle is on its way"]);
    expect(await hits({ note: ["kettle"] })).toEqual(["Kettle: refund"]);
    expect(await hits({ botSaid: ["kettle"], key: ["told"] })).toBeUndefined();
    expect(await hits({ "said.all": ["kettle", "broke"] })).toHaveLength(2);
  });

  it("matches any of several texts, and nothing for a blank one", async () => {
    const [row] = await search("broke", "on its way");
    expect(row?.hits?.count).toBe(2);
    expect((await search("  ")).some(({ hits }) => hits !== undefined)).toBe(false);
  });
});

function search(...q: string[]): Promise<Summary[]> {
  return searchBy({ q });
}

async function searchBy(part: Partial<ConversationFilters>): Promise<Summary[]> {
  const filters = { ...noFilters, ...part };
  const page = { filters, sort: defaultSort, limit: 100, cursor: undefined, total: false };
  const answer = await conversationPage(viewer, page);
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer.data;
}
