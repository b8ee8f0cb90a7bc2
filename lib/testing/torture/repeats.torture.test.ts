import { expect, it } from "vitest";
import { openStore } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { post } from "./crowd";
import { startWebhook, type WebhookProcess } from "./webhook-process";

const body = JSON.stringify({ events: [eventOf("note", { note: "only once" }, "2024-01-01 00:00:00.000001")] });

describeEachDatabase("one delivery sent again and again", (_openStore, createDatabase) => {
  it("is one event: 10 sequentially, 50 concurrently through two processes, and after a restart", async () => {
    const database = await createDatabase();
    const processes = await Promise.all([startWebhook(database), startWebhook(database)]);
    const [first, second] = processes as [WebhookProcess, WebhookProcess];
    for (let count = 0; count < 10; count++) {
      expect(await send(first)).toEqual(count === 0 ? [1, 0] : [0, 1]);
    }
    const atOnce = Array.from({ length: 50 }, (_, place) => send(place % 2 === 0 ? first : second));
    expect(await Promise.all(atOnce)).toEqual(Array(50).fill([0, 1]));
    const fresh = body.replace("only once", "once at the same moment");
    const race = Array.from({ length: 50 }, (_, place) => send(place % 2 === 0 ? first : second, fresh));
    expect((await Promise.all(race)).filter(([accepted]) => accepted === 1)).toHaveLength(1);
    await Promise.all([first.kill(), second.kill()]);

    const third = await startWebhook(database);
    expect(await send(third)).toEqual([0, 1]);
    await third.kill();

    const store = openStore(database);
    expect(await store.reader.event.count()).toBe(2);
    await project(store);
    expect(await store.reader.conversation.findMany()).toMatchObject([{ eventCount: 2 }]);
    expect((await store.reader.repeat.aggregate({ _sum: { count: true } }))._sum.count).toBe(9 + 50 + 49 + 1);
    expect(await store.reader.delivery.count()).toBe(111);
    await store.close();
  });
});

async function send({ url }: WebhookProcess, text = body): Promise<[number, number]> {
  const answer = await post(url, text);
  expect(answer?.status, answer?.text).toBe(200);
  const { accepted, duplicates } = JSON.parse(answer?.text ?? "{}");
  return [accepted, duplicates];
}
