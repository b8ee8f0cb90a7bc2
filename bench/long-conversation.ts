import type { Dialect } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { project } from "@/lib/store/projections/project";
import { type BenchEvent, conversation } from "./conversations";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { deliveryOf } from "./fill";
import { interleave } from "./interleave";
import { median } from "./statistics";

const length = 10_000;
const rounds = 10;
const perRound = 25;

/** Appending and projecting a single event: in a conversation with 10,000 events, compared with new ones. */
export async function measureLongConversation(dialect: Dialect): Promise<Figure[]> {
  const fresh = await freshDatabase(dialect);
  const store = openStore(fresh.database);
  const cost = async (events: readonly BenchEvent[]) => {
    const times: number[] = [];
    for (const event of events) {
      const delivery = deliveryOf([event]);
      const startedAt = performance.now();
      await append(store, [delivery]);
      await project(store);
      times.push(performance.now() - startedAt);
    }
    return median(times);
  };

  const long = conversation(0, length + (rounds + 1) * perRound, "long");
  for (let place = 0; place < length; place += 500) await append(store, [deliveryOf(long.slice(place, place + 500))]);
  const short = Array.from({ length: (rounds + 1) * perRound }, (_, number) => conversation(number + 1, 2, "short"));
  await append(
    store,
    short.map((events) => deliveryOf(events.slice(0, 1))),
  );
  await project(store);

  let longRound = 0;
  let shortRound = 0;
  const result = await interleave(
    rounds,
    () => cost(short.slice(perRound * shortRound, perRound * ++shortRound).flatMap((events) => events.slice(1))),
    () => cost(long.slice(length + perRound * longRound, length + perRound * ++longRound)),
  );
  await store.close();
  await fresh.drop();
  return [
    {
      name: `an event in a conversation of 10,000, ${dialect === "sqlite" ? "SQLite" : "Postgres"}`,
      value: result.figure,
      unit: "ms",
      baseline: { name: "ms in one that began", value: result.baseline },
      wanted: { atMost: 1.5 },
    },
  ];
}
