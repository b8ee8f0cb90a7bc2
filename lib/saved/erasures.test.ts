import { beforeEach, expect, it } from "vitest";
import { erasureJob } from "@/lib/erasure/erasure-job";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { getErasure, listErasures } from "@/lib/queries/privacy/list-erasures";
import { Refusal } from "@/lib/queries/refusal";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { createErasure } from "./erasures";
import { placeHold } from "./holds";

const officer = testUser("privacy");
const said = (key: string, visitor: string, at = "2024-01-01 00:00:01") => ({
  ...eventOf("note", { note: `Note of ${key}` }, at, key),
  visitor: { key: visitor, id: 1 },
});
const content = { mode: "content", reason: "Case 7", refuseFuture: false } as const;

describeEachDatabase("erasures", (openStore) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, { events: [said("a1", "ann"), said("a2", "ann"), said("b1", "ben")] });
  });

  const finish = () => runDueJobs(store, { kinds: [erasureJob] });

  it("are refused for unknown subjects, by legal holds, and to agents", async () => {
    expect(await createErasure(officer, { visitorKey: "nobody", ...content })).toMatchObject({ code: "not_found" });
    await placeHold(officer, { conversationKey: "a1", reason: "lawsuit" });
    const refused = await createErasure(officer, { visitorKey: "ann", ...content });
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: "conflict", message: expect.stringContaining("lawsuit") });
    await expect(createErasure(testUser("agent"), { visitorKey: "ben", ...content })).rejects.toThrow();
    expect(await listErasures(officer)).toEqual({ data: [] });
  });

  it("end without effect if a legal hold was placed before they began", async () => {
    const made = await createErasure(officer, { visitorKey: "ann", ...content });
    await placeHold(officer, { visitorKey: "ann", reason: "lawsuit" });
    await finish();
    const { data } = await listErasures(officer);
    expect(data).toMatchObject([{ ...made, state: "failed", error: expect.stringContaining("lawsuit"), erased: 0 }]);
    expect(await store.reader.event.count({ where: { erasedAt: null } })).toBe(3);
  });

  it("are recorded, and end with a receipt; what is sent again is not stored, and what is new is", async () => {
    const made = await createErasure(officer, { visitorKey: "ann", ...content });
    if (made instanceof Refusal) throw new Error(made.message);
    expect(await getErasure(officer, made.id)).toMatchObject({ state: "running", receipt: null, remaining: 0 });
    await finish();
    const erasure = await getErasure(officer, made.id);
    expect(erasure).toMatchObject({ state: "done", found: 2, erased: 2, remaining: 0, subject: { key: null } });
    const entries = await store.reader.auditEntry.findMany({ where: { log: "audit" }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["erasure.request", made.id],
      ["erasure.finish", made.id],
    ]);
    const [again, more] = await deliver(
      store,
      { events: [said("a1", "ann"), said("a2", "ann")] },
      { events: [said("a1", "ann", "2024-01-01 00:00:09")] },
    );
    expect([again, more]).toMatchObject([
      { accepted: 0, erased: 2 },
      { accepted: 1, erased: 0 },
    ]);
    const conversation = await store.reader.conversation.findUniqueOrThrow({ where: { key: "a1" } });
    expect(conversation).toMatchObject({ eventCount: 2, noteCount: 2, visitorKey: "ann" });
    const notes = JSON.parse(conversation.snapshot).notes.map(({ text }: { text: string }) => text);
    expect(notes).toEqual(["Content erased", "Note of a1"]);
  });

  it("of one conversation leave the visitor's others", async () => {
    await createErasure(officer, { conversationKey: "a1", ...content, mode: "whole" });
    await finish();
    expect((await store.reader.conversation.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key)).toEqual([
      ...["a2", "b1"],
    ]);
    expect(await store.reader.visitor.count({ where: { key: "ann" } })).toBe(1);
    expect(await store.reader.conversationKey.count()).toBe(2);
    const delivery = await store.reader.delivery.findFirstOrThrow();
    expect(delivery).toMatchObject({ accepted: 2, erased: 1 });
    const { bytes } = await store.reader.deliveryBody.findFirstOrThrow();
    expect(Buffer.from(bytes).toString()).toBe(JSON.stringify({ events: [said("a2", "ann"), said("b1", "ben")] }));
  });

  it("refuse later events if they were asked to", async () => {
    await createErasure(officer, { visitorKey: "ann", ...content, refuseFuture: true });
    await finish();
    const [later] = await deliver(store, { events: [said("a9", "ann", "2025-01-01 00:00:01")] });
    expect(later).toMatchObject({ accepted: 0, erased: 1 });
  });
});
