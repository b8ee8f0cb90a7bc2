import { beforeAll, expect, it, vi } from "vitest";
import { questions } from "@/lib/api/schemas/question";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const token = "token-for-the-tests-of-questions";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const key = "asked";
const bot = { type: "bot", id: "1" };
const visitor = { type: "visitor" };
const at = (second: number) => `2024-05-05 10:00:${String(second).padStart(2, "0")}.000000`;
const says = (second: number, by: unknown, message: unknown) =>
  eventOf("message", { message_by: by, message }, at(second), key);
const attack = "=HYPERLINK(1)";

describeEachDatabase("the questions of a conversation", (openStore) => {
  let ids: string[] = [];

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    const choice = {
      title: "+Which <i>one</i>?",
      buttons: [{ title: attack, type: "branch", callback: "" }],
    };
    await deliver(store, {
      events: [
        says(1, bot, { type: "button", payload: choice }),
        says(5, visitor, { type: "button.response", payload: { body: attack, callback: {} } }),
        says(6, bot, { type: "text", text: "Your name?" }),
        says(8, visitor, { type: "text", text: "Amara" }),
        eventOf("variables", { variables: [{ name: "visitor_name", type: "text", value: "Amara" }] }, at(9), key),
      ],
    });
    const order = { occurredAt: "asc" as const };
    ids = (await store.reader.event.findMany({ orderBy: order })).map(({ id }) => String(id));
  });

  it("are returned for now, and as they were right after an event", async () => {
    const now = questions.strict().parse(await (await call("")).json()).data;
    expect(now).toMatchObject([
      { promptId: ids[0], answerId: ids[1], question: "+Which one?", answer: attack, afterMs: 4000 },
      { promptId: ids[2], answerId: ids[3], type: "text", answer: "Amara", variables: [{ name: "visitor_name" }] },
    ]);
    const outcomesAt = async (id = "") =>
      questions.parse(await (await call(`?at=${id}`)).json()).data.map(({ outcome }) => outcome);
    expect(await outcomesAt(ids[0])).toEqual(["unanswered"]);
    expect(await outcomesAt(ids[1])).toEqual(["answered"]);
    expect(await outcomesAt(ids[4])).toEqual(["answered", "answered"]);
  });

  it("are a table with no live formulas", async () => {
    const response = await call("?format=csv");
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="questions-asked.csv"');
    const rows = (await response.text()).split("\r\n");
    expect(rows).toEqual([
      "askedAt,type,question,outcome,answer,answeredAt,seconds,variables,promptId,answerId",
      quoted(
        `2024-05-05T10:00:01.000000Z|button|'+Which one?|answered|'${attack}|2024-05-05T10:00:05.000000Z|4||${ids[0]}|${ids[1]}`,
      ),
      quoted(
        `2024-05-05T10:00:06.000000Z|text|Your name?|answered|Amara|2024-05-05T10:00:08.000000Z|2|visitor_name: Amara|${ids[2]}|${ids[3]}`,
      ),
      "",
    ]);
    const plain = await (await call("?format=csv&dialect=plain")).text();
    expect(plain).toContain(`,"+Which one?","answered","${attack}",`);
  });
});

/** Converts cells between bars to a CSV row, where everything except the seconds is quoted. */
function quoted(cells: string): string {
  return cells
    .split("|")
    .map((cell, place) => (place === 6 ? cell : `"${cell}"`))
    .join(",");
}

function call(query: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return GET(new Request(`http://localhost:3000/api/v1/conversations/${key}/questions${query}`, { headers }));
}
