import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { doorVariable, type FromPages, type ToPages } from "@/lib/channel/pages-messages";
import { log } from "@/lib/log/log";
import { pagesAddress } from "@/lib/process/production-command.mjs";
import { passOnOutput } from "./pass-on-output";

interface Options {
  /** Node's arguments. */
  command: readonly string[];
  /** The public address, which the pages would otherwise derive from a port that is their own. */
  appUrl: string;
  onMessage(message: FromPages): void;
  /** Called when a process of the pages has ended. */
  onExit(): void;
}

const firstPauseMs = 100;
const longestPauseMs = 10_000;
/** Pages that have run for so long have not failed by starting. */
const stableMs = 30_000;
const pingEveryMs = 5000;
/** Longer than any statement of theirs takes: pages that say nothing for so long are frozen. */
const silenceMs = 60_000;
const longestStartMs = 300_000;
/** With the second before it, and the door's own end, a stop takes less than ten. */
const longestStopMs = 7000;

/** The page server: a child process, started again when it ends. Nothing of a delivery waits for it. */
export class Pages {
  readonly #options: Options;
  #child: ChildProcess | null = null;
  #port: number | null = null;
  #hasBeenUp = false;
  #isStopping = false;
  #pauseMs = firstPauseMs;
  #liveViewers = 0;
  #heardAt = 0;
  #pings: NodeJS.Timeout | null = null;
  #isSending = false;
  #hasProjected = false;
  #waiting: (() => void)[] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  /** Also after `stop`. */
  start(): void {
    this.#isStopping = false;
    this.#pings ??= setInterval(() => this.#ping(), pingEveryMs).unref();
    this.#start();
  }

  /** Where they listen on the loopback interface; null while they are away. */
  get port(): number | null {
    return this.#port;
  }

  get liveViewers(): number {
    return this.#port === null ? 0 : this.#liveViewers;
  }

  /** Resolves when they are there for the first time, or are sure not to come soon. */
  async untilStarted(): Promise<void> {
    if (!this.#hasBeenUp && !this.#isStopping) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Tells them that conversations have changed. However often that is, one message at a time is on its way. */
  projected(): void {
    this.#hasProjected = true;
    if (this.#isSending || this.#port === null) return;
    this.#hasProjected = false;
    this.#isSending = true;
    this.#child?.send({ kind: "projected" } satisfies ToPages, () => {
      this.#isSending = false;
      if (this.#hasProjected) this.projected();
    });
  }

  tell(message: ToPages): void {
    // One that has ended meanwhile hears nothing.
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  /** Resolves with whether they give a sign of life within `ms`. */
  async isAlive(ms: number): Promise<boolean> {
    const child = this.#child;
    this.tell({ kind: "ping" });
    const askedAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return this.#child !== child || this.#heardAt > askedAt;
  }

  /** Ends a process that does nothing any more; another one is started. */
  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  /** Lets them answer what is in flight, then ends them. */
  async stop(withinMs = longestStopMs): Promise<void> {
    this.#isStopping = true;
    this.#release();
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    // While they start they hear nothing, and have nothing in flight.
    if (this.#port === null) child.kill("SIGTERM");
    this.tell({ kind: "stop" });
    const timer = setTimeout(() => child.kill("SIGKILL"), withinMs);
    await ended;
    clearTimeout(timer);
  }

  #start(): void {
    const startedAt = performance.now();
    // Nothing of theirs goes straight to a terminal.
    const { FORCE_COLOR: _, ...own } = process.env;
    const withoutColor = { ...own, NO_COLOR: "1" };
    const child: ChildProcess = spawn(process.execPath, this.#options.command, {
      // No signal of a terminal ends them before the door does.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...withoutColor,
        ...pagesAddress,
        NODE_ENV: "production",
        APP_URL: this.#options.appUrl,
        [doorVariable]: "1",
      },
    });
    this.#child = child;
    this.#heardAt = startedAt;
    if (child.stdout !== null) passOnOutput(child.stdout, process.stdout, "info");
    if (child.stderr !== null) passOnOutput(child.stderr, process.stderr, "error");
    child.on("message", (message: FromPages) => {
      this.#heardAt = performance.now();
      if (message.kind === "ready") this.#come(message.port);
      else if (message.kind === "pong") this.#liveViewers = message.liveViewers;
      this.#options.onMessage(message);
    });
    let hasEnded = false;
    const ended = (how: string) => {
      if (hasEnded) return;
      hasEnded = true;
      this.#child = null;
      this.#port = null;
      this.#isSending = false;
      this.#options.onExit();
      this.#release();
      if (this.#isStopping) return;
      log().error(`The page server ended (${how}) and starts again; deliveries go on`);
      if (performance.now() - startedAt > stableMs) this.#pauseMs = firstPauseMs;
      setTimeout(() => this.#isStopping || this.#start(), this.#pauseMs);
      this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
    };
    child.once("error", (error) => ended(error.message));
    child.once("close", (code, signal) => ended(signal ?? `exit code ${code}`));
  }

  #come(port: number): void {
    this.#port = port;
    this.#hasBeenUp = true;
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #ping(): void {
    if (this.#child === null) return;
    const mostMs = this.#port === null ? longestStartMs : silenceMs;
    if (performance.now() - this.#heardAt > mostMs) {
      log().error("The page server is frozen: it is ended and starts again; deliveries go on");
      this.kill();
      return;
    }
    // What a frozen one does not read would pile up.
    if (performance.now() - this.#heardAt < 2 * pingEveryMs) this.tell({ kind: "ping" });
  }
}
