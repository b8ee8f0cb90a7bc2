import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The order for the load generator, a separate process. */
export interface LoadOrder {
  port: number;
  token: string;
  /** POST stores; Next answers PUT with a no-op handler that returns 405. */
  method: "POST" | "PUT";
  connections: number;
  eventsPerDelivery: number;
  /** Ends after this many seconds or deliveries. */
  seconds?: number;
  deliveries?: number;
  /** Deliveries per second over all connections; default: as fast as possible. */
  rate?: number;
  /** Separates the conversations of this order from those of others. */
  family: string;
}

export interface LoadResult {
  deliveries: number;
  seconds: number;
  /** Milliseconds from the due time of each to its response. */
  latencies: number[];
}

/** Sends the order and waits for its end. @throws Error on an unexpected status */
export function sendLoad(order: LoadOrder): Promise<LoadResult> {
  const generator = fork(fileURLToPath(new URL("./load-generator.ts", import.meta.url)), {
    serialization: "advanced",
    execArgv: ["--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    generator.once("message", (message) => {
      // load-generator.ts sends nothing else.
      resolve(message as LoadResult);
    });
    generator.once("exit", (code) => reject(new Error(`The load generator ended with code ${code}.`)));
    generator.send(order);
  });
}
