import { randomUUID } from "node:crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { newBookmark } from "@/lib/api/schemas/bookmark";
import { addAccount } from "@/lib/auth/accounts";
import { removeAccount } from "@/lib/auth/change-account";
import type { UserViewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { saveBookmark } from "@/lib/store/records/bookmarks";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { now } from "@/lib/time/instant";
import { addBookmark, listBookmarks, listMarks, noteBookmark, removeBookmark } from "./bookmarks";

describeEachDatabase("bookmarks", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let ada: UserViewer;
  let grace: UserViewer;
  let eventIds: string[] = [];

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    const events = [1, 2, 3].map((second) =>
      eventOf("note", { note: `Note ${second}` }, `2024-05-05 10:00:0${second}`, "told"),
    );
    await deliver(store, { events: [...events, eventOf("note", { note: "Else" }, "2024-05-05 10:00:00", "other")] });
    eventIds = (await store.reader.event.findMany({ orderBy: { id: "asc" } })).map(({ id }) => String(id));
    ada = await person("ada");
    grace = await person("grace");
  });

  it("bookmark conversations and events, visible to their user only, latest first, in pages", async () => {
    for (const eventId of [null, ...eventIds.slice(0, 3)])
      answered(await add(ada, { conversationKey: "told", eventId }));
    await add(grace, { conversationKey: "told" });
    const first = answered(await listBookmarks(ada, { limit: 3, cursor: undefined }));
    const rest = answered(await listBookmarks(ada, { limit: 3, cursor: first.nextCursor ?? undefined }));
    expect(rest.nextCursor).toBeNull();
    const all = [...first.data, ...rest.data];
    expect(all.map(({ event }) => event?.id ?? null)).toEqual([...eventIds.slice(0, 3).reverse(), null]);
    expect(all[0]).toMatchObject({
      event: { text: "Note 3", type: "note" },
      conversation: { key: "told", status: "open" },
    });
    expect((await listMarks(ada)).data.map(({ conversationKey, eventId }) => [conversationKey, eventId])).toEqual([
      ["told", null],
      ...eventIds.slice(0, 3).map((id) => ["told", id]),
    ]);
    expect(answered(await listBookmarks(testViewer(), { limit: 5, cursor: undefined })).data).toEqual([]);
  });

  it("stay distinct if several were added at the same time", async () => {
    const linus = await person("linus");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    try {
      for (const eventId of eventIds.slice(0, 3)) answered(await add(linus, { conversationKey: "told", eventId }));
    } finally {
      vi.useRealTimers();
    }
    const ids = await everyPage(async (cursor: string | undefined) => {
      const page = answered(await listBookmarks(linus, { limit: 1, cursor }));
      return { rows: page.data.map(({ event }) => event?.id), next: page.nextCursor };
    });
    expect(ids).toEqual(eventIds.slice(0, 3).reverse());
  });

  it("are all listed, page by page, if several were added at once", async () => {
    const edsger = await person("edsger");
    await saveAtOneInstant(edsger.userId);
    const ids = await everyPage(async (cursor: string | undefined) => {
      const page = answered(await listBookmarks(edsger, { limit: 1, cursor }));
      return { rows: page.data.map(({ event }) => event?.id), next: page.nextCursor };
    });
    expect(ids.sort()).toEqual([...eventIds.slice(0, 3)].sort());
  });

  /** Simulates two requests that both read the time of the last bookmark before writing. */
  async function saveAtOneInstant(userId: string) {
    const createdAt = now();
    for (const eventId of eventIds.slice(0, 3).map(BigInt)) {
      const { conversationId } = await store.reader.event.findUniqueOrThrow({ where: { id: eventId } });
      await saveBookmark(store, { id: randomUUID(), userId, conversationId, eventId, note: "", createdAt });
    }
  }

  it("are unique, with the latest note", async () => {
    const before = (await listMarks(ada)).data.length;
    const again = answered(await add(ada, { conversationKey: "told", note: "  look here " }));
    expect(again.note).toBe("look here");
    expect(answered(await add(ada, { conversationKey: "told" })).note).toBe("look here");
    expect((await listMarks(ada)).data).toHaveLength(before);
    expect(answered(await noteBookmark(ada, again.id, "")).note).toBe("");
    expect(await noteBookmark(grace, again.id, "mine")).toBeInstanceOf(Refusal);
    expect(await removeBookmark(grace, again.id)).toBeInstanceOf(Refusal);
    expect(await removeBookmark(ada, again.id)).toEqual({ ok: true });
    expect(await removeBookmark(ada, again.id)).toBeInstanceOf(Refusal);
  });

  it("require an existing target", async () => {
    expect(await add(ada, { conversationKey: "nowhere" })).toMatchObject({ code: "not_found" });
    expect(await add(ada, { conversationKey: "other", eventId: eventIds[0] })).toMatchObject({ code: "not_found" });
  });

  it("are deleted with their owner", async () => {
    const left = await store.reader.bookmark.count({ where: { userId: { not: grace.userId } } });
    await person("admin", "admin");
    await removeAccount(grace.userId, 1n);
    expect(await store.reader.bookmark.count()).toBe(left);
  });

  async function person(name: string, role: "agent" | "admin" = "agent"): Promise<UserViewer> {
    const account = await addAccount({
      name,
      role,
      email: `${name}@example.com`,
      password: "correct horse battery staple",
    });
    if (!account.ok) throw new Error(account.message);
    return { ...testUser(role), userId: account.userId, name };
  }

  const add = (viewer: UserViewer, given: Parameters<typeof newBookmark.parse>[0]) =>
    addBookmark(viewer, newBookmark.parse(given));
});

function answered<Answer>(answer: Answer | Refusal): Answer {
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}
