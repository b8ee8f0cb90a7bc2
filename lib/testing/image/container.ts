import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** The user "node" of the image. */
export const imageUser = 1000;

interface Options {
  /** The image's files. */
  image: string;
  /** The only folder that can be written, in place of the image's /data. */
  data: string;
  variables?: Record<string, string>;
  /** What runs instead of the image's CMD, on the machine's network. */
  server?: string;
}

/** Whether this machine lets a test do what Docker does. */
export function canContain(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", [...namespaces, "mount", "--make-rprivate", "/"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const namespaces = ["--mount", "--net", "--pid", "--fork"];
const asUser = [
  "setpriv",
  "--reuid",
  String(imageUser),
  "--regid",
  String(imageUser),
  "--clear-groups",
  "--no-new-privs",
];
/** Everything but the data is read-only, /tmp too. */
const isolate = `
  mount --make-rprivate / && mount --bind "$DATA" "$DATA" && mount -o remount,bind,ro / && mount -t proc proc /proc
  ip link set lo up
  cd "$IMAGE"
  exec "$@"`;

/** Runs the image's files as Docker would: as process 1, without rights, without a network, on a read-only file system. */
export class Container {
  /** Resolves with its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  #printed = "";

  constructor({ image, data, variables = {}, server }: Options) {
    const own = [`PATH=${process.env.PATH}`, "HOME=/home/node", ...imageVariables(data)];
    const more = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const command = [
      ...asUser,
      "env",
      "-i",
      ...own,
      ...more,
      ...inNode(server === undefined ? instruction("CMD") : ["node", server]),
    ];
    const separated = server === undefined ? namespaces : namespaces.filter((name) => name !== "--net");
    this.#process = spawn("unshare", [...separated, "sh", "-ec", isolate, "sh", ...command], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATA: data, IMAGE: image },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on("data", (chunk) => {
        this.#printed += chunk;
      });
    }
    this.ended = new Promise((resolve) => this.#process.once("close", resolve));
  }

  get printed(): string {
    return this.#printed;
  }

  /** Resolves when it has printed this. */
  async untilPrinted(pattern: RegExp, withinMs = 90_000): Promise<void> {
    const until = performance.now() + withinMs;
    while (!pattern.test(this.#printed)) {
      const hasEnded = this.#process.exitCode !== null || this.#process.signalCode !== null;
      const isOver = hasEnded || performance.now() > until;
      if (isOver) throw new Error(`It did not start.\n${this.#printed}`);
      await pause(50);
    }
  }

  /** What a program prints that runs in the container, as `docker exec` runs it. Throws where the program fails. */
  execute(...command: readonly string[]): string {
    const first = this.#firstProcess();
    const enter = ["-t", String(first), "--mount", "--net", "--pid", `--wd=/proc/${first}/cwd`];
    return execFileSync("nsenter", [...enter, ...asUser, ...command], {
      encoding: "utf8",
      env: environmentOf(first),
      stdio: "pipe",
    });
  }

  /** Whether the image's HEALTHCHECK passes. */
  isHealthy(): boolean {
    try {
      this.execute(...instruction("CMD", /^HEALTHCHECK .* /));
      return true;
    } catch {
      return false;
    }
  }

  /** As `docker stop`: SIGTERM to process 1. Returns the exit code. */
  async stop(): Promise<number | null> {
    process.kill(this.#firstProcess(), "SIGTERM");
    const hurry = setTimeout(() => void this.remove(), 30_000);
    const code = await this.ended;
    clearTimeout(hurry);
    return code;
  }

  async remove(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) process.kill(this.#firstProcess(), "SIGKILL");
    await this.ended;
  }

  /** The number that this machine gives to the container's process 1. */
  #firstProcess(): number {
    const { pid } = this.#process;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"));
  }
}

const dockerfile = readFileSync("Dockerfile", "utf8").split("\n");

/** The command of a line of the Dockerfile. */
function instruction(name: string, before = /^/): string[] {
  const start = new RegExp(`${before.source}${name} (?=\\[)`);
  const line = dockerfile.findLast((text) => start.test(text));
  return JSON.parse(line?.replace(start, "") ?? "[]");
}

/** Of the Dockerfile's ENV. */
function imageVariables(data: string): string[] {
  const lines = dockerfile.filter((line) => line.startsWith("ENV "));
  return lines.flatMap((line) => line.slice("ENV ".length).replaceAll("/data", data).split(" "));
}

/** This process's Node stands for the image's. */
function inNode([program, ...args]: string[]): string[] {
  return [program === "node" ? process.execPath : (program ?? ""), ...args];
}

function environmentOf(pid: number): NodeJS.ProcessEnv {
  const lines = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  const variables = lines.flatMap((line) => (line.includes("=") ? [line.split(/=(.*)/s, 2)] : []));
  return Object.fromEntries(variables);
}
