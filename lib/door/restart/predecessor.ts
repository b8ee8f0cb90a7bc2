import "server-only";
import type { Server } from "node:net";
import { AppError } from "@/lib/errors/app-error";
import { type FromSuccessor, type ToSuccessor, takeOverVariable } from "./messages";

/** The running version, as seen from the new one that it has started. */
export class Predecessor {
  /** Whether to upgrade the database once it is free. */
  readonly upgrades: boolean;
  #heard: (message: ToSuccessor, server: Server | undefined) => void = () => {};
  #hasPort = false;

  /** The process that has started this one for a takeover; null after a normal start. */
  static ofProcess(): Predecessor | null {
    const how = process.env[takeOverVariable];
    // Not inherited by child processes.
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

  /** Resolves when no process writes to the log. */
  async releaseLog(): Promise<void> {
    await this.#ask({ kind: "prepared" }, "released");
  }

  /** Resolves with the server that listens on the port, which accepts connections immediately. */
  async releasePort(take: (server: Server) => void): Promise<void> {
    const answer = this.#ask({ kind: "ready" }, "port", (server) => {
      if (server === undefined)
        throw new AppError("take_over_failed", "The running version did not hand over the port.");
      take(server);
    });
    await answer;
    this.#hasPort = true;
  }

  /** Reports that the port is taken over. Resolves when the old version has closed its listener. */
  async finish(): Promise<void> {
    await this.#ask({ kind: "listening" }, "over");
  }

  /** Lets it exit: this is the running version now. */
  leave(): void {
    if (process.connected) process.disconnect();
  }

  /** Reports why the takeover failed, so that the running version continues. */
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
