import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { doorCommand, memoryFlags, nextCommand, productionEnvironment } from "@/lib/process/production-command.mjs";

interface Options {
  /** More variables; `undefined` takes one away. */
  env: Record<string, string | undefined>;
  /** Shows what it says about its faults, too. */
  showsErrors?: boolean;
  cwd?: string;
}

const running = new Set<ChildProcess>();

// What a test that failed has left behind would go on without anybody to end it.
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A server in a process of its own, for tests and benchmarks. */
export class ServerProcess {
  /** Resolves when it has ended, with its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #printed = "";

  /** @param command a program and its arguments; `process.execPath` is the Node of this process */
  constructor([command = process.execPath, ...args]: readonly string[], { env, showsErrors = false, cwd }: Options) {
    const variables = Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined);
    // What is left are texts.
    const own = { env: Object.fromEntries(variables) as NodeJS.ProcessEnv, ...(cwd !== undefined && { cwd }) };
    this.#child = spawn(command, args, { ...own, stdio: "pipe" });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk) => {
        this.#printed = (this.#printed + chunk).slice(-100_000);
      });
    }
    if (showsErrors) this.#child.stderr?.pipe(process.stderr);
    running.add(this.#child);
    this.#child.once("exit", () => running.delete(this.#child));
    // One that has ended takes nothing more.
    this.#child.stdin?.on("error", () => {});
    this.ended = new Promise((resolve) => this.#child.once("exit", resolve));
  }

  /** The production server on the build that is there: the door, which starts the pages. */
  static production(port: number, options: Options): ServerProcess {
    return new ServerProcess([process.execPath, ...doorCommand()], {
      ...options,
      env: { ...productionEnvironment, HOST: "127.0.0.1", PORT: String(port), ...options.env },
    });
  }

  /** Next's production server on the build that is there, without a door. */
  static standalone(port: number, options: Options): ServerProcess {
    const command = [process.execPath, ...memoryFlags, nextCommand, "start", "-H", "127.0.0.1", "-p", String(port)];
    return new ServerProcess(command, { ...options, env: { ...productionEnvironment, ...options.env } });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it printed so far, of much the last part. */
  output(): string {
    return this.#printed;
  }

  /** Reads no more of what it prints, as a logger that ends. */
  closeOutput(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** Resolves when `GET /api/ready` answers 200; ends it and throws with what it printed, when that does not come. */
  async untilReady(url: string, withinMs = 90_000): Promise<void> {
    await this.#until(withinMs, async () => (await fetch(`${url}/api/ready`).catch(() => null))?.ok || null);
  }

  /** Resolves with the first group of `pattern` once it printed that; else as `untilReady`. */
  untilPrinted(pattern: RegExp, withinMs = 90_000): Promise<string> {
    return this.#until(withinMs, async () => pattern.exec(this.#printed)?.[1] ?? null);
  }

  /** Lets it end by itself, for a while. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    const hurry = setTimeout(() => this.#child.kill("SIGKILL"), 12_000);
    await this.ended;
    clearTimeout(hurry);
  }

  /** As the power button would: SIGKILL. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  async #until<Result>(withinMs: number, look: () => Promise<Result | null>): Promise<Result> {
    const deadline = Date.now() + withinMs;
    while (this.#child.exitCode === null && this.#child.signalCode === null && Date.now() < deadline) {
      const found = await look();
      if (found !== null) return found;
      await pause(20);
    }
    await this.stop();
    throw new Error(`The server did not start.\n${this.#printed}`);
  }
}
