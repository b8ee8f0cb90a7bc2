import { setTimeout as pause } from "node:timers/promises";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { sendLoad } from "./load";
import { memoryTakenBy } from "./process-memory";
import { startServer } from "./server";
import { median } from "./statistics";

const batch = 100;
const few = 10_000;

/** The limit for door and page server together at rest, in megabytes. */
const allowedAtRest = 340;
const megabyte = 1024 ** 2;

/** The server's memory at rest and after many events, compared with its memory after 10,000 events. */
export async function measureMemory({ full }: { full: boolean }): Promise<Figure[]> {
  const many = full ? 1_000_000 : 100_000;
  const fresh = await freshDatabase("sqlite");
  const server = await startServer(fresh);
  const atRest = await memoryAtRest(() => memoryTakenBy(server.pid));
  const send = (events: number, family: string) => {
    const order = { port: server.port, token: server.webhookToken, connections: 4, eventsPerDelivery: batch };
    return sendLoad({ ...order, method: "POST", deliveries: events / batch, family });
  };
  await send(few, "few");
  const before = await memoryAtRest(server.memory);
  await send(many - few, "many");
  const after = await memoryAtRest(server.memory);
  await server.stop();
  await fresh.drop();
  return [
    {
      name: "memory of door and pages at rest, what they share counted once",
      value: atRest / megabyte,
      unit: "MB",
      baseline: { name: "MB allowed", value: allowedAtRest },
      wanted: { atMost: 1 },
    },
    {
      name: `memory after ${many.toLocaleString("en")} events`,
      value: after / megabyte,
      unit: "MB",
      baseline: { name: `MB after ${few.toLocaleString("en")}`, value: before / megabyte },
      wanted: { atMost: 1.3 },
    },
  ];
}

async function memoryAtRest(measure: () => number): Promise<number> {
  await pause(2000);
  const sizes: number[] = [];
  for (let sample = 0; sample < 10; sample++) {
    sizes.push(measure());
    await pause(200);
  }
  return median(sizes);
}
