import { beforeAll, expect, it } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf, log } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { conversationQuestions } from "./conversation-questions";
import { conversationState } from "./conversation-state";
import { conversationTranscript } from "./conversation-transcript";
import { eventPage } from "./event-page";

const viewer = testViewer();
const key = "a-conversation";

describeEachDatabase("a conversation without a row", (openStore) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
  });

  const readers = {
    conversationState: (wanted: string) => conversationState(viewer, { key: wanted }),
    eventPage: (wanted: string) => eventPage(viewer, { key: wanted, limit: 10 }),
    conversationQuestions: (wanted: string) => conversationQuestions(viewer, { key: wanted }),
    conversationTranscript: (wanted: string) => conversationTranscript(viewer, { key: wanted, format: "json" }),
  };

  it.each(Object.entries(readers))("is unknown, or not processed yet: %s", async (name, read) => {
    const logged = `${key}-${name}`;
    expect(await read(logged)).toMatchObject({ code: "not_found" });
    await log(store, eventOf("note", { note: "First" }, "2023-09-01T14:13:32.141788Z", logged));
    expect(await read(logged)).toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("not processed yet"),
    });
    await project(store);
    expect(await read(logged)).not.toHaveProperty("code");
  });
});
