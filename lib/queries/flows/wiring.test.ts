import { expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { some } from "@/lib/testing/some";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { type FlowEvent, type FlowPayload, visitor } from "@/lib/testing/worlds/flow-world";
import { flowMap } from "./flow-map";
import { flowPrompt } from "./flow-prompt";
import { flowWiring } from "./flow-wiring";

const day = 86_400_000;
const now = Date.now();
const request = { bot: "1", from: "60d", to: "now", tz: "UTC", filters: noFilters };
const bot = { type: "bot", id: "7", email: null };

type Message = NonNullable<FlowPayload["message"]>;

/** A conversation of messages, `daysAgo` days ago: the visitor's are answers. */
function conversation(place: number, daysAgo: number, ...messages: Message[]): FlowEvent[] {
  const start = now - daysAgo * day;
  const key = place.toString(16).padStart(32, "0") + Math.floor(start / 1000);
  return messages.map((message, index) => {
    const by = message.type.endsWith(".response") ? visitor : bot;
    return {
      event: { type: "message", payload: { message_by: by, message } },
      conversation: { key, id: place },
      account: { key: "account", id: 476, bot: { id: 1 } },
      visitor: { key: `visitor-${place}`, id: place },
      timestamp: new Date(start + index * 1000).toISOString().replace("T", " ").replace("Z", "000"),
    };
  });
}

const buttons = (title: string, ...choices: [string, string?][]): Message => ({
  type: "button",
  payload: {
    title,
    buttons: choices.map(([title, next]) => ({ title, ...(next === undefined ? {} : { next_dialog: next }) })),
  },
});
const pressed = (body: string): Message => ({ type: "button.response", payload: { body, callback: {} } });
const menu = (title: string) => buttons(title, ["Refund", "2"], ["Parcel", "3"], ["Other", "4"]);
const order = buttons("Which order?", ["Last", "5"], ["Older", "6"]);
const thanks = buttons("Anything else?", ["Thanks", "9"]);

describeEachDatabase("a bot's flow", (openStore) => {
  it("flags choices that nobody takes, that end in silence, and targets that lead to several prompts or to the same one", async () => {
    useStore(await openStore());
    const conversations = Array.from({ length: 210 }, (_, place) => {
      if (place < 10) return conversation(place, 5, menu("Which?"), pressed("Refund"), order, pressed("Last"));
      if (place < 20) return conversation(place, 5, menu("Which?"), pressed("Refund"), thanks);
      if (place < 30) return conversation(place, 5, menu("Which?"), pressed("Parcel"), order, pressed("Older"), thanks);
      return conversation(place, 5, menu("Which?"));
    });
    await deliver(store(), { events: conversations.flat() });
    const found = await flowWiring(testViewer(), request);
    if (found instanceof Refusal) throw new Error(found.message);
    const choices = some(found.data).map(({ title, leadsTo, count, flags }) => [title, [leadsTo, count, flags]]);
    expect(Object.fromEntries(choices)).toEqual({
      Refund: ["2", 20, ["leadsToSeveral"]],
      Parcel: ["3", 10, []],
      Other: ["4", 0, ["neverChosen"]],
      Last: ["5", 10, ["botSilent"]],
      Older: ["6", 10, []],
      Thanks: ["9", 0, []],
    });
    const same = Array.from({ length: 5 }, (_, place) =>
      conversation(
        300 + place,
        4,
        buttons("Same?", ["One", "7"], ["Two", "8"]),
        pressed(place < 2 ? "One" : "Two"),
        thanks,
      ),
    );
    await deliver(store(), { events: same.flat() });
    const again = await flowWiring(testViewer(), request);
    if (again instanceof Refusal) throw new Error(again.message);
    const flags = new Map(again.data.map((wire) => [wire.title, wire.flags]));
    expect(flags.get("One")).toEqual(["leadsToSame"]);
    expect(flags.get("Two")).toEqual(["leadsToSame"]);
  });

  it("compares the weeks around an edit", async () => {
    useStore(await openStore());
    const shown = (place: number, daysAgo: number, title: string, isAnswered: boolean) =>
      conversation(place, daysAgo, menu(title), ...(isAnswered ? [pressed("Refund")] : []));
    const before = Array.from({ length: 20 }, (_, place) =>
      shown(place, 20 - place / 10, "Which one?", place % 4 === 0),
    );
    const after = Array.from({ length: 30 }, (_, place) =>
      shown(100 + place, 17.5 - place / 10, "Refund or parcel?", place % 2 === 0),
    );
    // A few browsers still show the old text.
    const late = [shown(900, 17, "Which one?", false)];
    await deliver(store(), { events: [...before, ...after, ...late].flat() });
    const map = await flowMap(testViewer(), request);
    if (map instanceof Refusal) throw new Error(map.message);
    expect(map.prompts).toMatchObject([{ title: "Refund or parcel?", shown: 51, variants: 2 }]);
    const found = await flowPrompt(testViewer(), { ...request, id: map.prompts[0]?.id ?? "" });
    expect(found).toMatchObject({
      variants: [
        { title: "Which one?", shown: 21 },
        { title: "Refund or parcel?", shown: 30 },
      ],
      edits: [
        {
          title: "Refund or parcel?",
          before: { shown: 20, answered: 5, abandoned: 15 },
          after: { shown: 31, answered: 15, abandoned: 16 },
        },
      ],
    });
  });

  it("shows masked viewers only what several visitors were shown", async () => {
    useStore(await openStore());
    const common = Array.from({ length: 6 }, (_, place) =>
      conversation(place, 3, menu("Write to help@example.com, or choose:")),
    );
    const rare = conversation(50, 3, buttons("Shall I call you Rumpelstiltskin?", ["Rumpelstiltskin", "11"]));
    // The same visitor, who is asked by name each time.
    const returned = Array.from({ length: 6 }, (_, place) =>
      conversation(60 + place, 3, buttons("Rumpelstiltskin, again?", ["Yes", "12"])).map((event) => ({
        ...event,
        visitor: { key: "visitor-60", id: 60 },
      })),
    );
    await deliver(store(), { events: [...common.flat(), ...rare, ...returned.flat()] });
    const as = testUser("analyst");
    const [map, wiring] = [await flowMap(as, request), await flowWiring(as, request)];
    if (map instanceof Refusal) throw new Error(map.message);
    expect(map.prompts.map(({ title }) => title)).toEqual(["Write to [e-mail], or choose:", null, null]);
    expect(JSON.stringify([map, wiring])).not.toContain("Rumpel");
    const open = await flowMap(testViewer(), request);
    expect(JSON.stringify(open)).toContain("Rumpel");
  });
});
