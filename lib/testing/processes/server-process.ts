import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { doorCommand, memoryFlags, nextCommand, productionEnvironment } from "@/lib/process/production-command.mjs";

interface Options {
  /** Additional variables; `undefined` removes one. */
  env: Record<string, string | undefined>;
  /** Also prints its error output. */
  showsErrors?: boolean;
  cwd?: string;
}

const running = new Set<ChildProcess>();

// Servers left by a failed test would never end.
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A server in its own process, for tests and benchmarks. */
export class ServerProcess {
  /** Resolves with its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #printed = "";

  /** @param command a program and its arguments; `process.execPath` is the Node of this process */
  constructor([command = process.execPath, ...args]: readonly string[], { env, showsErrors = false, cwd }: Options) {
    const variables = Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined);
    // The remaining values are strings.
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
    // Ignores writes after its exit.
    this.#child.stdin?.on("error", () => {});
    this.ended = new Promise((resolve) => this.#child.once("exit", resolve));
  }

  /** The production server with the existing build: the door, which starts the page server. */
  static production(port: number, options: Options): ServerProcess {
    return new ServerProcess([process.execPath, ...doorCommand()], {
      ...options,
      env: { ...productionEnvironment, HOST: "127.0.0.1", PORT: String(port), ...options.env },
    });
  }

  /** Next's production server with the existing build, without a door. */
  static standalone(port: number, options: Options): ServerProcess {
    const command = [process.execPath, ...memoryFlags, nextCommand, "start", "-H", "127.0.0.1", "-p", String(port)];
    return new ServerProcess(command, { ...options, env: { ...productionEnvironment, ...options.env } });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Its output so far, limited to the last part. */
  output(): string {
    return this.#printed;
  }

  /** Stops reading its output, like a logger that has ended. */
  closeOutput(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** Resolves when `GET /api/ready` responds 200; otherwise stops the server and throws with its output. */
  async untilReady(url: string, withinMs = 90_000): Promise<void> {
    await this.#until(withinMs, async () => (await fetch(`${url}/api/ready`).catch(() => null))?.ok || null);
  }

  /** Resolves when pages are served, too; otherwise as `untilReady`. */
  async untilPages(url: string, withinMs = 90_000): Promise<void> {
    await this.untilReady(url, withinMs);
    await this.#until(withinMs, async () => (await fetch(`${url}/sign-in`).catch(() => null))?.ok || null);
  }

  /** Resolves with the first group of `pattern` once it is printed; otherwise as `untilReady`. */
  untilPrinted(pattern: RegExp, withinMs = 90_000): Promise<string> {
    return this.#until(withinMs, async () => pattern.exec(this.#printed)?.[1] ?? null);
  }

  /** Sends SIGTERM and waits for its exit, for a limited time. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    const hurry = setTimeout(() => this.#child.kill("SIGKILL"), 12_000);
    await this.ended;
    clearTimeout(hurry);
  }

  /** Sends SIGKILL. */
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
