import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the load generator, a process of its own, is to send. */
export interface LoadOrder {
  port: number;
  token: string;
  /** POST stores; Next's answer to PUT is a handler that does nothing but answer 405. */
  method: "POST" | "PUT";
  connections: number;
  eventsPerDelivery: number;
  /** Ends after so many seconds, or after so many deliveries. */
  seconds?: number;
  deliveries?: number;
  /** Deliveries a second over all connections; as fast as the answers come unless given. */
  rate?: number;
  /** Sets the conversations of this order apart from those of others. */
  family: string;
}

export interface LoadResult {
  deliveries: number;
  seconds: number;
  /** Milliseconds from when each was due to its answer. */
  latencies: number[];
}

/** Sends and waits for the end. @throws Error when any answer is not the one expected */
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
