import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { interleave } from "./interleave";
import { sendLoad } from "./load";
import { RawInserts } from "./raw-inserts";
import { startServer } from "./server";

const rounds = 5;
const batch = 100;
const rawEvents = 20_000;

/** Deliveries of 100 events to the server, compared with inserting the same texts into SQLite with the bare driver. */
export async function measureBatches(): Promise<Figure[]> {
  const fresh = await freshDatabase("sqlite");
  const server = await startServer(fresh);
  const raw = new RawInserts(rawEvents, batch);
  let round = 0;
  const eventRate = async () => {
    const order = { port: server.port, token: server.webhookToken, connections: 4, eventsPerDelivery: batch };
    const result = await sendLoad({ ...order, method: "POST", seconds: 3, family: `batches ${round++}` });
    return (result.deliveries * batch) / result.seconds;
  };
  const result = await interleave(rounds, () => raw.rate(), eventRate);
  raw.close();
  await server.stop();
  await fresh.drop();
  return [
    {
      name: "events in deliveries of 100, SQLite",
      value: result.figure,
      unit: "/s",
      baseline: { name: "rows/s raw", value: result.baseline },
      wanted: { atLeast: 0.35 },
      alsoWanted: { atLeast: 8000, from: 30_000 },
    },
  ];
}
