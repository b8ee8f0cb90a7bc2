import { execFileSync, spawn } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A Node version and its npm. */
export interface Runtime {
  node: string;
  npm: string;
}

/** A new machine, simulated in its own folder. */
export class Clone {
  readonly #folder = mkdtempSync(join(tmpdir(), "playhead-install-"));
  readonly #variables: Record<string, string>;
  /** A path with spaces. */
  readonly project = join(this.#folder, "my own folder", "playhead");

  /** @param builtIn a folder whose build is copied instead of building */
  constructor(runtime: Runtime, builtIn: string | null, variables: Record<string, string> = {}) {
    const tools = join(this.#folder, "bin");
    const home = join(this.#folder, "home");
    for (const folder of [tools, home, this.project]) mkdirSync(folder, { recursive: true });
    symlinkSync(find("sh"), join(tools, "sh"));
    const packages = install(runtime);
    symlinkSync(join(packages, `node-${process.platform}-${process.arch}`, "bin", "node"), join(tools, "node"));
    symlinkSync(join(packages, "npm", "bin", "npm-cli.js"), join(tools, "npm"));
    copySources(this.project);
    const build = builtIn === null ? null : join(builtIn, ".next");
    if (build !== null && existsSync(build)) {
      const isWanted = (path: string) => !path.startsWith(join(build, "cache")) && !path.startsWith(join(build, "dev"));
      cpSync(build, join(this.project, ".next"), { recursive: true, filter: isWanted });
    }
    // The path contains only these: no Python, no compiler, no git.
    this.#variables = { PATH: tools, HOME: home, ...passedOn(), ...variables };
    if (isRoot) unassign(this.#folder);
  }

  /**
   * Runs a command of the project until it ends, or until it printed `until` and then ends after SIGTERM. `code` is the exit
   * code, or the signal that ended it.
   */
  async run(script: string, { until, withinMs }: { until?: RegExp; withinMs: number }) {
    const startedAt = performance.now();
    const child = spawn(join(this.#variables.PATH ?? "", "npm"), ["run", script], {
      cwd: this.project,
      env: this.#variables as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
      ...(isRoot && { uid: nobody, gid: nobody }),
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        printed += chunk;
      });
    }
    const ended = new Promise<number | string | null>((resolve) => {
      child.once("close", (code, signal) => resolve(code ?? signal));
    });
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver && !until?.test(printed) && performance.now() - startedAt < withinMs) await pause(50);
    const wasReached = until?.test(printed) ?? false;
    const hurry = setTimeout(() => child.kill("SIGKILL"), 30_000);
    if (!isOver) child.kill("SIGTERM");
    const code = await ended;
    clearTimeout(hurry);
    return { code, printed, wasReached, seconds: (performance.now() - startedAt) / 1000 };
  }

  /** Processes that still run in the folder a while after npm has ended. */
  async leftovers(): Promise<string[]> {
    const until = performance.now() + 30_000;
    while (this.#processes().length > 0 && performance.now() < until) await pause(200);
    return this.#processes();
  }

  #processes(): string[] {
    if (process.platform !== "linux") return [];
    return readdirSync("/proc").filter((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        return execFileSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" }).startsWith(this.#folder);
      } catch {
        return false;
      }
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Environment variables needed to reach npm's registry. */
function passedOn(): Record<string, string> {
  const names = /^(https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(registry|cafile|proxy|https_proxy))$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (names.test(name) && value ? [[name, value]] : [])),
  );
}

const tools = join(tmpdir(), `playhead-runtimes-${process.getuid?.() ?? 0}`);

/** Both are npm packages. Returns the folder of packages. */
function install({ node, npm }: Runtime): string {
  const folder = join(tools, `${node}-${npm}`);
  const packages = join(folder, "node_modules");
  if (!existsSync(join(packages, "npm", "bin", "npm-cli.js"))) {
    mkdirSync(folder, { recursive: true });
    const names = [`node-${process.platform}-${process.arch}@${node}`, `npm@${npm}`];
    execFileSync("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", ...names], {
      stdio: "pipe",
    });
  }
  return packages;
}

function copySources(target: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(name))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(file, join(target, file), { verbatimSymlinks: true });
  }
}

function find(program: string): string {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));
  const place = places.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (place === undefined) throw new Error(`There is no ${program}.`);
  return place;
}

function unassign(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(folder, entry), nobody, nobody);
  }
}
