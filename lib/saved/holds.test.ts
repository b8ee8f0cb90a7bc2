import { beforeEach, expect, it } from "vitest";
import { listHolds } from "@/lib/queries/privacy/list-holds";
import { refusedByHold } from "@/lib/queries/privacy/refused-by-hold";
import { Refusal } from "@/lib/queries/refusal";
import type { Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { findHolds } from "@/lib/store/erasure/holds";
import type { Subject } from "@/lib/store/erasure/subject";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { placeHold, releaseHold } from "./holds";

const officer = testUser("privacy");
const said = (key: string, visitor: string) => ({
  ...eventOf("note", { note: key }, "2024-01-01 00:00:01", key),
  visitor: { key: visitor, id: 1 },
});
const visitor = (subjectKey: string): Subject => ({ subjectType: "visitor", subjectKey });
const conversation = (subjectKey: string): Subject => ({ subjectType: "conversation", subjectKey });

describeEachDatabase("legal holds", (openStore) => {
  let store: Store;
  const reasonsFor = async (...subjects: Subject[]) =>
    (await writeTransaction(store, (transaction) => findHolds(transaction, store.dialect, subjects))).map(
      ({ reason }) => reason,
    );

  beforeEach(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, { events: [said("a1", "ann"), said("a2", "ann"), said("b1", "ben")] });
  });

  it("on a visitor cover the visitor's conversations, and those on a conversation its visitor", async () => {
    await placeHold(officer, { visitorKey: "ann", reason: "lawsuit" });
    await placeHold(officer, { conversationKey: "b1", reason: "complaint" });
    expect(await reasonsFor(visitor("ann"))).toEqual(["lawsuit"]);
    expect(await reasonsFor(conversation("a1"))).toEqual(["lawsuit"]);
    expect(await reasonsFor(conversation("b1"))).toEqual(["complaint"]);
    expect(await reasonsFor(visitor("ben"))).toEqual(["complaint"]);
    expect(await reasonsFor(conversation("a2"), visitor("ben"))).toEqual(["lawsuit", "complaint"]);
    expect(await reasonsFor(visitor("a1"), conversation("ann"), conversation("unknown"))).toEqual([]);
    expect(await reasonsFor()).toEqual([]);
  });

  it("on a conversation leave the visitor's other conversations", async () => {
    await placeHold(officer, { conversationKey: "a1", reason: "complaint" });
    expect(await reasonsFor(conversation("a2"))).toEqual([]);
    expect(await reasonsFor(visitor("ann"), visitor("ann"))).toEqual(["complaint"]);
  });

  it("are listed with names, recorded, and released one by one", async () => {
    const first = await placeHold(officer, { visitorKey: "ann", reason: "lawsuit" });
    const second = await placeHold(officer, { visitorKey: "ann", reason: "tax" });
    const { data } = await listHolds(officer);
    expect(data).toMatchObject([
      { subject: { type: "visitor", key: "ann" }, reason: "tax", madeBy: "privacy@example.com" },
      { subject: { type: "visitor", key: "ann" }, reason: "lawsuit", madeBy: "privacy@example.com" },
    ]);
    if (first instanceof Refusal || second instanceof Refusal) throw new Error("The holds were refused.");
    expect(await releaseHold(officer, first.id)).toEqual({ ok: true });
    expect(await releaseHold(officer, first.id)).toMatchObject({ code: "not_found" });
    expect(await reasonsFor(visitor("ann"))).toEqual(["tax"]);
    const entries = await store.reader.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["hold.create", "ann"],
      ["hold.create", "ann"],
      ["hold.delete", "ann"],
    ]);
    expect(entries[0]?.detail).toContain("lawsuit");
  });

  it("tell no names and reasons to those who may not see personal data", async () => {
    await placeHold(officer, { conversationKey: "b1", reason: "Ben's lawsuit" });
    const masked = { ...testViewer(), permissions: new Set(["read", "privacy"] as const) };
    expect((await listHolds(masked)).data).toMatchObject([{ subject: { name: null }, reason: null }]);
  });

  it("are refused for what does not exist", async () => {
    expect(await placeHold(officer, { visitorKey: "b1", reason: "x" })).toMatchObject({ code: "not_found" });
    expect(await placeHold(officer, { conversationKey: "ann", reason: "x" })).toMatchObject({ code: "not_found" });
    expect((await listHolds(officer)).data).toEqual([]);
  });

  it("are named by refusals", async () => {
    await placeHold(officer, { visitorKey: "ann", reason: "Case 7" });
    const [hold] = await writeTransaction(store, (transaction) =>
      findHolds(transaction, store.dialect, [conversation("a1")]),
    );
    if (hold === undefined) throw new Error("There is no hold.");
    expect(refusedByHold({ ...hold, createdAt: 1_700_000_000_000_000n })).toMatchObject({
      code: "conflict",
      message: "A legal hold (Case 7, made by privacy@example.com on 2023-11-14) blocks this.",
    });
  });
});
