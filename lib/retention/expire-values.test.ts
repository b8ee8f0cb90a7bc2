import { beforeEach, expect, it } from "vitest";
import { noFilters } from "@/lib/filters/conversation-filters";
import { eventPage } from "@/lib/queries/conversations/event-page";
import { placeHold } from "@/lib/saved/holds";
import type { Store } from "@/lib/store/connection/open-store";
import { emptyWal } from "@/lib/store/erasure/clean-files";
import { clearUnusedSpace } from "@/lib/store/erasure/clear-unused-space";
import { countConversations } from "@/lib/store/lists/list-counts";
import { project } from "@/lib/store/projections/project";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { placesOf } from "@/lib/testing/places-of";
import {
  dayUs,
  inDays,
  ruleOf,
  runHourly,
  runRetention,
  saveRules,
  watchedRetention,
} from "@/lib/testing/run-retention";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { now, toIso } from "@/lib/time/instant";
import { previewRetention } from "./retention-settings";

const officer = testUser("privacy");
const contacts = ruleOf({ category: "contactValues", ageDays: 100, action: "mask" });
const technical = ruleOf({ category: "technicalData", ageDays: 100, action: "mask" });
const person = { name: "Zyxwilla", mail: "zyx@canary.example", phone: "+49 30 901820" };
const browser = { ip: "203.0.113.77", agent: "Netscape 4.8 (zyx)", page: "https://shop.example/?zyx=1" };

/** A conversation of the person whose last event was some days ago. */
function conversation(key: string, days: number, { more = 0 } = {}) {
  const count = 6 + more;
  const at = (place: number) =>
    toIso(now() - BigInt(days) * dayUs - BigInt(count + 1 - place) * 1_000_000n)
      .replace("T", " ")
      .slice(0, -1);
  const value = (name: string, text: string) => ({ name, type: "text", value: text });
  const says = (text: string, type = "visitor") => ({ message_by: { type, id: "1" }, message: { type: "text", text } });
  const events = [
    eventOf(
      "conversation_create",
      { title: `Chat with ${person.name}`, browser: browser.agent, bot_id: 7 },
      at(0),
      key,
    ),
    eventOf(
      "variables",
      {
        variables: [
          ...[
            value("visitor_name", person.name),
            value("visitor_email", person.mail),
            value("visitor_phone", person.phone),
          ],
          ...[value("ip_address", browser.ip), value("browser", browser.agent), value("source_url", browser.page)],
          value("plan", "gold plan"),
        ],
      },
      at(1),
      key,
    ),
    eventOf("message", says(`It is ${person.name}, write to ${person.mail}`), at(2), key),
    eventOf("message", says(`Hello ${person.name}, about the teapot`, "user"), at(3), key),
    eventOf("note", { note: `${person.name} wants a teapot`, created_by: { type: "user", id: "7" } }, at(4), key),
    ...Array.from({ length: more }, (_, place) =>
      eventOf("message", says(`${person.name} ${place}`), at(5 + place), key),
    ),
    eventOf("status", { status: "closed", changed_by: { type: "user", id: "7" } }, at(5 + more), key),
  ];
  return events.map((event) => ({ ...event, visitor: { key: `visitor of ${key}`, id: `zyx of ${key}` } }));
}

describeEachDatabase("retention of values", (openStore) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore();
    useStore(store);
  });

  const placesNow = async (text: string) => {
    if (store.database.dialect === "sqlite") {
      expect(await emptyWal(store.database.path)).toBe(true);
      expect(await clearUnusedSpace(store.database.path)).toBe(0);
    }
    return placesOf(store, text.toLowerCase());
  };
  const stateOf = (key: string) => store.reader.conversation.findUniqueOrThrow({ where: { key } });
  const countOf = async (rule: typeof contacts) => {
    const answer = await previewRetention(officer, [rule]);
    return "data" in answer ? answer.data[0]?.count : null;
  };

  it("masks contact values everywhere, and leaves the rest", async () => {
    await deliver(store, { events: conversation("a", 101) });
    const sent = conversation("c", 101);
    await deliver(store, { events: [...conversation("b", 101), ...sent] });
    // Duplicates.
    await deliver(store, { events: sent });
    const before = await stateOf("a");
    await saveRules(store, contacts);
    expect(await countOf(contacts)).toBe(3);
    await runRetention(store, now());
    for (const text of Object.values(person)) expect(await placesNow(text), text).toEqual([]);
    for (const text of ["teapot", "gold plan", "netscape"]) expect(await placesNow(text), text).not.toEqual([]);
    const { eventCount, visitorMessages, userMessages, noteCount, status, lastEventAt, visitorKey } = before;
    expect(await stateOf("a")).toMatchObject({
      ...{ eventCount, visitorMessages, userMessages, noteCount, status, lastEventAt, visitorKey },
      ...{ visitorName: "[name]", visitorEmail: "[e-mail]", visitorPhone: "[phone]" },
    });
    const texts = (await store.reader.event.findMany()).map(({ raw }) => raw).join("\n");
    expect(texts).toContain("Hello [name], about the teapot");
    expect(texts).toContain("[name] wants a teapot");
    expect(await store.reader.event.count({ where: { erasedAt: { not: null } } })).toBe(0);
    expect(await store.reader.visitor.findMany()).toMatchObject([
      { name: "[name]" },
      { name: "[name]" },
      { name: "[name]" },
    ]);

    expect(await countOf(contacts)).toBe(0);
    const [again] = await deliver(store, { events: sent });
    expect(again).toMatchObject({ accepted: 0, erased: sent.length });
    const report = await rebuild(store, () => {});
    expect(report).toMatchObject({ events: { changed: 0 }, conversations: { changed: 0 } });
    await runRetention(store, now() + dayUs / 2n);
    const runs = await store.reader.retentionRun.findMany({ orderBy: { changed: "asc" } });
    expect(runs.map(({ changed }) => changed)).toEqual([0, 3]);
  });

  it("masks technical data, and later contact values", async () => {
    await deliver(store, { events: conversation("a", 101) });
    await saveRules(store, technical);
    await runRetention(store, now());
    for (const text of Object.values(browser)) expect(await placesNow(text), text).toEqual([]);
    for (const text of Object.values(person)) expect(await placesNow(text), text).not.toEqual([]);
    await saveRules(store, contacts);
    await runRetention(store, inDays(1));
    for (const text of Object.values(person)) expect(await placesNow(text), text).toEqual([]);
    expect((await stateOf("a")).eventCount).toBe(6);
  });

  it("leaves what is young or held, and masks later events of a conversation, too", async () => {
    await deliver(store, { events: conversation("young", 99) });
    await deliver(store, { events: conversation("held", 101) });
    await placeHold(officer, { conversationKey: "held", reason: "x" });
    await saveRules(store, contacts);
    await runRetention(store, now());
    expect(await stateOf("young")).toMatchObject({ visitorName: person.name });
    expect(await stateOf("held")).toMatchObject({ visitorName: person.name });
    await runRetention(store, inDays(2));
    expect(await stateOf("young")).toMatchObject({ visitorName: "[name]" });
    const later = { ...conversation("young", 1)[1], timestamp: toIso(now()).replace("T", " ").slice(0, -1) };
    await deliver(store, { events: [later] });
    expect(await stateOf("young")).toMatchObject({ visitorName: person.name });
    await runRetention(store, inDays(4));
    expect(await stateOf("young")).toMatchObject({ visitorName: person.name });
    await runRetention(store, inDays(101));
    expect(await stateOf("young")).toMatchObject({ visitorName: "[name]" });
  });

  it("is complete though each second step is killed, and begins again after its rule was removed for a while", async () => {
    await deliver(store, { events: conversation("a", 101, { more: 150 }) });
    await saveRules(store, contacts);
    await runRetention(store, now() - 100n * dayUs);
    const at = inDays(0);
    const failing = watchedRetention(async (step) => {
      if (step === 9) await saveRules(store);
      if (step % 2 === 0) throw new Error("killed");
    });
    await runHourly(store, failing, { from: at, hours: 10n });
    // The events that tell the name are masked, and many that contain it are not.
    const events = await store.reader.event.findMany({ select: { type: true, raw: true } });
    const named = events.filter(({ raw }) => raw.includes(person.name));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ type }) => type !== "message" && type !== "status")).toEqual([]);
    await project(store);
    // Masked viewers still do not see the name that the events no longer tell.
    const viewer = testUser("viewer");
    const seen = async () => {
      const page = await eventPage(viewer, { key: "a", limit: 1000 });
      const found = await countConversations(store, viewer, { ...noFilters, q: [person.name] });
      expect(page).toMatchObject({ data: { length: 156 } });
      return [JSON.stringify(page).includes(person.name), found];
    };
    expect(await seen()).toEqual([false, 0]);
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
    await rebuildInBackground(store);
    expect(await seen()).toEqual([false, 0]);
    await saveRules(store, contacts);
    await runHourly(store, failing, { from: at + dayUs, hours: 30n });
    expect(await placesNow(person.name)).toEqual([]);
    expect((await stateOf("a")).eventCount).toBe(156);
  });
});
