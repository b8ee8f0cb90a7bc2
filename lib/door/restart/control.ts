import "server-only";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { log } from "@/lib/log/log";
import type { RestartAnswer, RestartOrder } from "./messages";
import type { RunFiles } from "./run-files";

interface Options extends RunFiles {
  /** Executes an order; rejects with the reason of a failure. `signal`: the client has disconnected. */
  restart(order: RestartOrder, tell: (text: string) => void, signal: AbortSignal): Promise<{ pid: number }>;
}

/** Accepts restart orders on a socket next to the data. */
export class Control {
  readonly #options: Options;
  readonly #server: Server;
  #isBusy = false;

  constructor(options: Options) {
    this.#options = options;
    this.#server = createServer((socket) => void this.#serve(socket));
  }

  /** A folder that is not writable does not prevent the start. */
  open(): void {
    const { socket, pid } = this.#options;
    this.#server.on("error", (error) => log().warn({ err: error }, "npm run restart will not find this process"));
    try {
      mkdirSync(dirname(pid), { recursive: true, mode: 0o700 });
      // Left by a killed process: this one has the port.
      rmSync(socket, { force: true });
      const mask = process.umask(0o077);
      this.#server.listen(socket);
      process.umask(mask);
      writeFileSync(pid, `${process.pid}\n`);
    } catch (error) {
      log().warn({ err: error }, "npm run restart will not find this process");
    }
  }

  /** Stops accepting orders. */
  close(): void {
    this.#server.close();
  }

  /** Removes the files, unless they belong to another process by now. */
  remove(): void {
    const { pid } = this.#options;
    this.close();
    try {
      if (Number(readFileSync(pid, "utf8")) === process.pid) rmSync(pid);
    } catch {
      // Another process was faster.
    }
  }

  async #serve(socket: Socket): Promise<void> {
    // Ignores disconnected clients.
    socket.on("error", () => {});
    const disconnected = new AbortController();
    socket.once("close", () => disconnected.abort());
    for await (const line of createInterface({ input: socket })) {
      const answer = (message: RestartAnswer) => socket.write(`${JSON.stringify(message)}\n`);
      try {
        const tell = (text: string) => answer({ kind: "told", text });
        const { pid } = await this.#alone(() => this.#options.restart(JSON.parse(line), tell, disconnected.signal));
        answer({ kind: "done", pid, oldPid: process.pid });
      } catch (error) {
        answer({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
      }
      socket.end();
      return;
    }
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isBusy) throw new Error("A restart is under way already. Wait for it to end.");
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
    }
  }
}
