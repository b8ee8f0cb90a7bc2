import type { Dialect } from "@/lib/env/database-url";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { interleave } from "./interleave";
import { type LoadOrder, sendLoad } from "./load";
import { startServer } from "./server";

/** Many short ones, because the machine's speed varies from second to second. */
const rounds = 15;
const seconds = 1.5;
/** Warm-up time of each: until then V8 compiles on the CPUs that are measured. */
const warmUpSeconds = 12;

/** Single-event deliveries over 32 connections at the door, compared with a no-op Next route handler. */
export async function measureDeliveries(dialect: Dialect): Promise<Figure[]> {
  const fresh = await freshDatabase(dialect);
  const server = await startServer(fresh);
  const standalone = await startServer(fresh, { isStandalone: true });
  let round = 0;
  const rate = async (method: LoadOrder["method"]) => {
    const { port } = method === "PUT" ? standalone : server;
    const order = { port, token: server.webhookToken, connections: 32, eventsPerDelivery: 1 };
    const isFirst = round < 2;
    const family = `deliveries ${round++}`;
    const result = await sendLoad({ ...order, method, family, seconds: isFirst ? warmUpSeconds : seconds });
    return result.deliveries / result.seconds;
  };
  const result = await interleave(
    rounds,
    () => rate("PUT"),
    () => rate("POST"),
  );
  await server.stop();
  await standalone.stop();
  await fresh.drop();
  return [
    {
      name: `single-event deliveries, 32 connections, ${dialect === "sqlite" ? "SQLite" : "Postgres"}`,
      value: result.figure,
      unit: "/s",
      baseline: { name: "/s no-op handler", value: result.baseline },
      wanted: { atLeast: dialect === "sqlite" ? 1.5 : 1 },
    },
  ];
}
