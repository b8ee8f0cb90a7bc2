import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, samples } from "@/lib/testing/deliver";
import type { Store } from "./open-store";
import { rebuild } from "./rebuild";

describeEachDatabase("a rebuild", (openFreshStore) => {
  it("changes nothing where nothing has changed", async () => {
    const store = await openFreshStore();
    await deliver(store, ...samples().values());
    const before = await derived(store);
    const { events, conversations } = await rebuild(store, () => {});
    expect(events).toMatchObject({ done: 28, changed: 0 });
    expect(conversations).toMatchObject({ changed: 0 });
    expect(await derived(store)).toEqual(before);
  });

  it("derives everything from the log alone", async () => {
    const store = await openFreshStore();
    await deliver(store, ...samples().values());
    const before = await derived(store);
    const { reader } = store;
    await reader.event.updateMany({ data: { recognised: false, searchText: "lost", messageType: null } });
    await reader.conversation.updateMany({
      data: { title: "lost", snapshot: "{}", searchText: "lost", eventCount: 0 },
    });
    for (const table of [reader.conversationVariable, reader.conversationLabel, reader.conversationMessageType]) {
      // One signature for three tables of the same kind.
      await (table as typeof reader.conversationLabel).deleteMany();
    }
    await Promise.all([reader.visitor.deleteMany(), reader.label.deleteMany(), reader.bot.deleteMany()]);
    expect((await rebuild(store, () => {})).events).toMatchObject({ changed: 28, newlyRecognised: 28 });
    expect(await derived(store)).toEqual(before);
  });
});

async function derived({ reader }: Store) {
  return {
    events: await reader.event.findMany({ orderBy: { id: "asc" } }),
    conversations: await reader.conversation.findMany({ omit: { changeId: true }, orderBy: { id: "asc" } }),
    variables: await reader.conversationVariable.findMany({ orderBy: [{ conversationId: "asc" }, { name: "asc" }] }),
    labels: await reader.conversationLabel.findMany({ orderBy: [{ conversationId: "asc" }, { labelId: "asc" }] }),
    types: await reader.conversationMessageType.findMany({ orderBy: { messageType: "asc" } }),
    visitors: await reader.visitor.findMany({ orderBy: { key: "asc" } }),
    labelNames: await reader.label.findMany({ orderBy: { labelId: "asc" } }),
    bots: await reader.bot.findMany({ orderBy: { id: "asc" } }),
  };
}
