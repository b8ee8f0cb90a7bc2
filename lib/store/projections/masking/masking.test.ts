import { expect, it } from "vitest";
import { permissionsOf } from "@/lib/access/permissions";
import { type Access, everything } from "@/lib/access/scope";
import { noFilters } from "@/lib/filters/conversation-filters";
import { maskText } from "@/lib/masking/mask-text";
import type { Store } from "@/lib/store/connection/client";
import { countConversations } from "@/lib/store/lists/list-counts";
import { saveMaskingSettings } from "@/lib/store/masking/masking-settings";
import { project } from "@/lib/store/projections/project";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { listLabels } from "@/lib/store/reads/list-bot-and-label-names";
import { readMasks } from "@/lib/store/reads/read-masks";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, log } from "@/lib/testing/deliver";
import { fullAccess } from "@/lib/testing/viewer";

const masked: Access = { permissions: permissionsOf("viewer"), scope: everything };

describeEachDatabase("a masked search", (openStore) => {
  it("finds only what is still there after masking", async () => {
    const store = await openStore();
    await deliver(store, { events: [said("Hi Zyxwilla, your zebra is a@b.example", 1), noted("zulu", 2)] });
    expect(await counts(store, masked, "zebra", "zyxwilla", "b.example", "zulu")).toEqual([1, 1, 0, 0]);
    expect(await counts(store, fullAccess, "zebra", "zyxwilla", "b.example", "zulu")).toEqual([1, 1, 1, 1]);
    // A name that is known later masks the earlier events.
    await deliver(store, { events: [named("Zyxwilla Quorvathy", 3)] });
    expect(await counts(store, masked, "zebra", "zyxwilla", "zy", "quorvathy", "-zyxwilla")).toEqual([1, 0, 0, 0, 1]);
    expect(await counts(store, fullAccess, "zebra", "zyxwilla", "zy", "quorvathy")).toEqual([1, 1, 1, 1]);
    await deliver(store, {
      events: [said("ZYXWILLA again, giraffe", 4), named("+49 151 23456789", 5, "visitor_phone")],
    });
    await deliver(store, { events: [said("late 15123456789x", 0)] });
    expect(await counts(store, masked, "again", "zyxwilla", "giraffe", "15123", "late")).toEqual([1, 0, 1, 0, 1]);
  });

  it("knows labels by names in which no conversation with them has a personal value", async () => {
    const store = await openStore();
    await deliver(store, { events: [labelled("Ask Zyxwilla", 1), labelled("urgent a@b.example", 2, "8")] });
    const names = async (access: Access) => (await listLabels(store, access)).map(({ name }) => name);
    expect(await names(masked)).toEqual(["Ask Zyxwilla", "urgent [e-mail]"]);
    // Another conversation has the label, and only its id.
    await deliver(store, { events: [inOther(labelled(undefined, 3)), inOther(named("Zyxwilla Quorvathy", 4))] });
    const count = (access: Access, ...labels: string[]) =>
      Promise.all(labels.map((label) => countConversations(store, access, { ...noFilters, label: [label] })));
    for (const rebuild of [false, true]) {
      if (rebuild) {
        await store.records.projection.updateMany({ where: { name: "masking" }, data: { version: 0 } });
        await rebuildInBackground(store);
      }
      expect(await names(masked)).toEqual(["Ask [name]", "urgent [e-mail]"]);
      expect(await names(fullAccess)).toEqual(["Ask Zyxwilla", "urgent a@b.example"]);
      expect(await count(masked, "Ask Zyxwilla", "urgent a@b.example", "ask [name]", "7")).toEqual([0, 0, 2, 2]);
      expect(await count(fullAccess, "Ask Zyxwilla", "ask [name]", "7")).toEqual([2, 0, 2]);
    }
    await deliver(store, { events: [labelled("Ask Quorvathy again", 5)] });
    expect(await names(masked)).toEqual(["Ask [name] again", "urgent [e-mail]"]);
  });

  it("finds nothing that is not masked yet, and changes with the settings", async () => {
    const store = await openStore();
    await deliver(store, { events: [named("unicorn", 1, "animal"), said("the unicorn and the zebra", 2)] });
    expect(await counts(store, masked, "unicorn", "zebra")).toEqual([1, 1]);
    await log(store, { events: [said("a walrus", 3)] });
    expect(await counts(store, masked, "walrus")).toEqual([0]);
    await project(store);
    expect(await counts(store, masked, "walrus")).toEqual([1]);

    await saveMaskingSettings(store, { variables: { animal: true } });
    expect(await counts(store, masked, "unicorn", "zebra")).toEqual([0, 0]);
    const [{ id }] = (await store.reader.conversation.findMany({ select: { id: true } })) as [{ id: bigint }];
    const before = (await readMasks(store, masked, [id]))?.of(id);
    expect(before && maskText("a unicorn", before.known)).toBe("a [value]");
    await rebuildInBackground(store);
    expect(await counts(store, masked, "unicorn", "zebra")).toEqual([0, 1]);
    await saveMaskingSettings(store, { variables: {} });
    await rebuildInBackground(store);
    expect(await counts(store, masked, "unicorn", "zebra")).toEqual([1, 1]);
    expect(await readMasks(store, fullAccess, [id])).toBeNull();
  });

  it("masks everything of a conversation with more personal values than can be looked for", async () => {
    const store = await openStore();
    await deliver(store, { events: [said("the zebra", 1)] });
    const many = Array.from({ length: 1100 }, (_, place) => ({ name: `visitor_${place}`, value: `value ${place}` }));
    await deliver(store, { events: [eventOf("variables", { variables: many }, at(2))] });
    await deliver(store, { events: [said("the walrus", 3)] });
    expect(await counts(store, masked, "zebra", "walrus")).toEqual([0, 0]);
  });
});

function counts(store: Store, access: Access, ...texts: string[]): Promise<number[]> {
  return Promise.all(
    texts.map((text) =>
      countConversations(store, access, {
        ...noFilters,
        ...(text.startsWith("-") ? { "-q": [text.slice(1)] } : { q: [text] }),
      }),
    ),
  );
}

const at = (place: number) => `2024-01-01 00:00:0${place}`;

function said(text: string, place: number): unknown {
  return eventOf("message", { message_by: { type: "visitor" }, message: { type: "text", text } }, at(place));
}

function named(value: string, place: number, name = "visitor_name"): unknown {
  return eventOf("variables", { variables: [{ type: "text", name, value }] }, at(place));
}

function labelled(name: string | undefined, place: number, id = "7"): unknown {
  return eventOf("conversation_labels", { action: "add", labels: [{ id, name }] }, at(place));
}

function inOther(event: unknown): unknown {
  return { ...(event as object), conversation: { key: "other", id: 2 }, visitor: { key: "somebody", id: 2 } };
}

function noted(note: string, place: number): unknown {
  return eventOf("note", { note_by: { type: "user", id: "1", email: "a@b.com" }, note }, at(place));
}
