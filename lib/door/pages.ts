import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { doorVariable, type FromPages, type ToPages } from "@/lib/channel/pages-messages";
import { log } from "@/lib/log/log";
import { pagesAddress } from "@/lib/process/production-command.mjs";
import { passOnOutput } from "./pass-on-output";

interface Options {
  /** Node's arguments. */
  command: readonly string[];
  /** The public address, which the pages would otherwise derive from their internal port. */
  appUrl: string;
  onMessage(message: FromPages): void;
  /** Called when the page server has exited. */
  onExit(): void;
}

const firstPauseMs = 100;
const maxPauseMs = 10_000;
/** After this long, an exit no longer counts as a failed start. */
const stableMs = 30_000;
const pingIntervalMs = 5000;
/** Longer than any of their statements takes: pages without a message for this long are frozen. */
const silenceMs = 60_000;
const maxStartMs = 300_000;
/** With the second before it and the door's own shutdown, a stop takes less than ten seconds. */
const maxStopMs = 7000;

/** The page server: a child process, restarted when it exits. Deliveries do not depend on it. */
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
    this.#pings ??= setInterval(() => this.#ping(), pingIntervalMs).unref();
    this.#start();
  }

  /** Its port on the loopback interface; null while it is down. */
  get port(): number | null {
    return this.#port;
  }

  get liveViewers(): number {
    return this.#port === null ? 0 : this.#liveViewers;
  }

  /** Resolves when it is up for the first time, or known not to start soon. */
  async untilStarted(): Promise<void> {
    if (!this.#hasBeenUp && !this.#isStopping) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Tells the pages that conversations have changed. Only one such message is in transit at a time. */
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

  send(message: ToPages): void {
    // An exited process cannot receive messages.
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  /** Resolves with whether the pages respond within `ms`. */
  async isAlive(ms: number): Promise<boolean> {
    const child = this.#child;
    this.send({ kind: "ping" });
    const askedAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return this.#child !== child || this.#heardAt > askedAt;
  }

  /** Kills a frozen process; it is started again. */
  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  /** Lets the pages answer open requests, then stops them. */
  async stop(withinMs = maxStopMs): Promise<void> {
    this.#isStopping = true;
    this.#release();
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    // While starting, they receive no messages and have no open requests.
    if (this.#port === null) child.kill("SIGTERM");
    this.send({ kind: "stop" });
    const timer = setTimeout(() => child.kill("SIGKILL"), withinMs);
    await ended;
    clearTimeout(timer);
  }

  #start(): void {
    const startedAt = performance.now();
    // Their output never goes directly to a terminal.
    const { FORCE_COLOR: _, ...own } = process.env;
    const withoutColor = { ...own, NO_COLOR: "1" };
    const child: ChildProcess = spawn(process.execPath, this.#options.command, {
      // A terminal's signals do not end them before the door does.
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
      this.#pauseMs = Math.min(2 * this.#pauseMs, maxPauseMs);
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
    const maxMs = this.#port === null ? maxStartMs : silenceMs;
    if (performance.now() - this.#heardAt > maxMs) {
      log().error("The page server is frozen: it is ended and starts again; deliveries go on");
      this.kill();
      return;
    }
    // Messages to a frozen process would pile up.
    if (performance.now() - this.#heardAt < 2 * pingIntervalMs) this.send({ kind: "ping" });
  }
}
