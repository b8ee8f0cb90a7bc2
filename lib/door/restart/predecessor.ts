import "server-only";
import type { Server } from "node:net";
import { AppError } from "@/lib/errors/app-error";
import { type FromSuccessor, type ToSuccessor, takeOverVariable } from "./messages";

/** The running version, as seen from the new one, which it has started. */
export class Predecessor {
  /** Whether the database has to be upgraded once it is free. */
  readonly upgrades: boolean;
  #heard: (message: ToSuccessor, server: Server | undefined) => void = () => {};
  #hasPort = false;

  /** The one that has started this process; null where it was started by itself. */
  static ofProcess(): Predecessor | null {
    const how = process.env[takeOverVariable];
    // No child of this process is meant.
    delete process.env[takeOverVariable];
    return how === undefined || process.send === undefined ? null : new Predecessor(how === "after an upgrade");
  }

  private constructor(upgrades: boolean) {
    this.upgrades = upgrades;
    process.on("message", (message: ToSuccessor, server: Server | undefined) => this.#heard(message, server));
    process.once("disconnect", () => {
      // Without the port there is nothing to take over; with it, this is the running version.
      if (!this.#hasPort) process.exit(1);
      this.#heard({ kind: "over" }, undefined);
    });
  }

  /** Resolves when nobody writes to the log any more. */
  async releaseLog(): Promise<void> {
    await this.#ask({ kind: "prepared" }, "released");
  }

  /** Resolves with the server that listens on the port. It takes connections at once. */
  async releasePort(take: (server: Server) => void): Promise<void> {
    const answer = this.#ask({ kind: "ready" }, "port", (server) => {
      if (server === undefined)
        throw new AppError("take_over_failed", "The running version did not hand over the port.");
      take(server);
    });
    await answer;
    this.#hasPort = true;
  }

  /** Tells it that the port is taken. Resolves when it has let go of it. */
  async finish(): Promise<void> {
    await this.#ask({ kind: "listening" }, "over");
  }

  /** Lets it end: this is the running version now. */
  leave(): void {
    if (process.connected) process.disconnect();
  }

  /** Tells it why it has to go on by itself. */
  async fail(reason: string): Promise<void> {
    if (!process.connected) return;
    await new Promise((resolve) => process.send?.({ kind: "failed", reason } satisfies FromSuccessor, resolve));
  }

  #ask(
    message: FromSuccessor,
    answer: ToSuccessor["kind"],
    take: (server: Server | undefined) => void = () => {},
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#heard = ({ kind }, server) => {
        if (kind !== answer) return;
        try {
          take(server);
          resolve();
        } catch (error) {
          reject(error);
        }
      };
      process.send?.(message, undefined, undefined, () => {});
    });
  }
}
