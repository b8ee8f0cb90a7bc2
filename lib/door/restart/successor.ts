import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import type { Server } from "node:net";
import { type FromSuccessor, type RestartOrder, type ToSuccessor, takeOverVariable } from "./messages";

/** The page server gets a minute to start, also on a busy machine. */
const maxPreparationMs = 120_000;
/** For opening the log. A database upgrade may take any time. */
const maxOpeningMs = 30_000;
const maxListeningMs = 5000;

/** The new version, as seen from the running one that starts it. */
export class Successor {
  readonly upgrades: boolean;
  readonly #child: ChildProcess;
  readonly #exited: Promise<never>;
  #hasExited = false;
  #isPrepared = false;
  #reason: string | null = null;
  #heard: (message: FromSuccessor) => void = () => {};

  constructor({ command: [program = process.execPath, ...args], cwd, env, upgrades }: RestartOrder) {
    this.upgrades = upgrades;
    this.#child = spawn(program, args, {
      cwd,
      // Its own process group, so that it survives the end of this one's terminal.
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...(env as NodeJS.ProcessEnv), [takeOverVariable]: upgrades ? "after an upgrade" : "at once" },
    });
    this.#child.on("message", (message: FromSuccessor) => {
      if (message.kind === "failed") this.#reason = message.reason;
      else this.#heard(message);
    });
    this.#exited = new Promise((_, reject) => {
      const ended = (how: string) => {
        this.#hasExited = true;
        reject(
          new Error(
            this.#reason ?? `The new version ended (${how}) before it could take over. The server's log says why.`,
          ),
        );
      };
      this.#child.once("error", (error) => ended(error.message));
      this.#child.once("exit", (code, signal) => ended(signal ?? `exit code ${code}`));
    });
    this.#exited.catch(() => {});
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when it is ready to take over. */
  async prepared(): Promise<void> {
    await this.#until("prepared", maxPreparationMs);
    this.#isPrepared = true;
  }

  /** Stops it, unless it is about to take over. */
  cancel(): void {
    if (!this.#isPrepared) void this.end();
  }

  /** Hands the log over. Resolves when it has opened the log. */
  takeLog(): Promise<void> {
    const ready = this.#until("ready", this.upgrades ? null : maxOpeningMs);
    this.#tell({ kind: "released" });
    return ready;
  }

  /** Hands the port over; both processes then listen on it. */
  takePort(server: Server): Promise<void> {
    const listening = this.#until("listening", maxListeningMs);
    this.#child.send({ kind: "port" } satisfies ToSuccessor, server, () => {});
    return listening;
  }

  /** Tells it that it is the running version now. Resolves when it has taken that role. */
  async leave(): Promise<void> {
    const left = new Promise((resolve) => this.#child.once("disconnect", resolve));
    this.#tell({ kind: "over" });
    await Promise.race([left, this.#exited.catch(() => {})]);
    this.#child.unref();
  }

  /** Stops it in any state. A database upgrade is rolled back. */
  async end(): Promise<void> {
    if (this.#hasExited) return;
    this.#child.kill("SIGKILL");
    await this.#exited.catch(() => {});
  }

  #tell(message: ToSuccessor): void {
    this.#child.send(message, () => {});
  }

  #until(kind: FromSuccessor["kind"], withinMs: number | null): Promise<void> {
    const heard = new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(`The new version did not start within ${(withinMs ?? 0) / 1000} s.`));
      const timer = withinMs === null ? undefined : setTimeout(late, withinMs);
      this.#exited.catch(() => clearTimeout(timer));
      this.#heard = (message) => {
        if (message.kind !== kind) return;
        clearTimeout(timer);
        resolve();
      };
    });
    return Promise.race([heard, this.#exited]);
  }
}
