import { beforeEach, expect, it } from "vitest";
import { erasureJob } from "@/lib/erasure/erasure-job";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { personRequestById } from "@/lib/queries/privacy/person-requests";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { textOf } from "@/lib/testing/state-of";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { erasePerson } from "./erase-person";
import { placeHold } from "./holds";
import { addPersonRequest, changePersonRequest } from "./person-requests";

const officer = testUser("privacy");
const choice = { mode: "whole", reason: "Case 7", refuseFuture: false } as const;
const person = "Zyxwilla Quorvathy";
const visitors = ["zyxwilla-phone", "zyxwilla-web"];

describeEachDatabase("erasing a person for a request", (openStore) => {
  beforeEach(async () => {
    useStore(await openStore());
    for (const [place, key] of [...visitors, "somebody-else"].entries()) {
      const said = { message_by: { type: "visitor" }, message: { type: "text", text: `I am ${key}` } };
      const event = eventOf("message", said, `2024-05-05 10:00:0${place}`, `conversation-of-${key}`);
      await deliver(store(), { events: [{ ...event, visitor: { key, id: place + 1 } }] });
    }
  });

  it("erases all of its visitors and nobody else, and keeps the person until it is closed", async () => {
    const id = await request("erasure");
    const started = await erasePerson(officer, id, choice);
    if (started instanceof Refusal) throw new Error(started.message);
    expect(started.ids).toHaveLength(2);
    await runDueJobs(store(), { kinds: [erasureJob] });
    const erasures = await store().records.erasure.findMany();
    expect(erasures.map(({ state, erased }) => [state, erased])).toEqual([
      ["done", 1],
      ["done", 1],
    ]);
    for (const { receipt } of erasures) {
      expect(JSON.parse(receipt ?? "").remains[0].what).toBe("who asks, and notes, in an open request of the person");
    }
    expect(await store().records.visitor.findMany({ select: { key: true } })).toEqual([{ key: "somebody-else" }]);
    const asked = await personRequestById(officer, id);
    if (asked instanceof Refusal) throw new Error(asked.message);
    expect(asked.person).toBe(person);
    expect(asked.visitors.map(({ conversationCount }) => conversationCount)).toEqual([0, 0]);
    expect(asked.log.filter(({ action }) => action === "erase").map(({ text }) => text)).toEqual(started.ids);
    // Nothing names the visitors anymore, and once it is closed, nothing names the person.
    for (const key of visitors) expect(await everything()).not.toContain(key);
    expect(await everything()).toContain(person);
    await changePersonRequest(officer, id, { close: "done" });
    expect(await everything()).not.toMatch(/zyxwilla|quorvathy/i);
  });

  it("stops at a legal hold, which it names, and logs what it has started", async () => {
    await placeHold(officer, { visitorKey: "zyxwilla-web", reason: "Case 2026-114" });
    const id = await request("erasure");
    const refused = await erasePerson(officer, id, choice);
    expect(refused).toMatchObject({ code: "conflict" });
    expect(JSON.stringify(refused)).toContain("Case 2026-114");
    const asked = await personRequestById(officer, id);
    expect(asked instanceof Refusal ? [] : asked.log.filter(({ action }) => action === "erase")).toHaveLength(1);
  });

  it("is only for open requests for erasure with visitors", async () => {
    const access = await request("access");
    const closed = await request("erasure");
    await changePersonRequest(officer, closed, { close: "refused" });
    const empty = await request("erasure", []);
    for (const id of [access, closed, empty]) {
      expect(await erasePerson(officer, id, choice)).toMatchObject({ code: "conflict" });
    }
    expect(await store().records.erasure.count()).toBe(0);
  });
});

/** All rows that could name a person, as text. */
async function everything(): Promise<string> {
  const { records } = store();
  return textOf([
    await records.personRequest.findMany(),
    await records.erasure.findMany(),
    await records.job.findMany(),
    await records.auditEntry.findMany(),
    await records.event.findMany(),
    await records.conversation.findMany(),
    await records.visitor.findMany(),
    await records.conversationKey.findMany(),
  ]);
}

async function request(kind: "access" | "erasure", keys = visitors): Promise<string> {
  const made = await addPersonRequest(officer, {
    ...{ kind, person, note: `${person} called` },
    ...(keys.length > 0 && { visitors: keys }),
  });
  if (made instanceof Refusal) throw new Error(made.message);
  return made.id;
}
