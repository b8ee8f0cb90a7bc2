import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/testing/processes/free-port";

/** Its version, for example 121 for 1.21; null if it is not installed. */
export const pgBouncerVersion = readVersion();

/** A PgBouncer in transaction mode. */
export interface PgBouncer {
  /** The address of one of the server's databases through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** @param maxPreparedStatements per client; versions before 1.21 have none */
export async function startPgBouncer(server: string, maxPreparedStatements: number): Promise<PgBouncer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "playhead-pgbouncer-"));
  const { hostname, port: serverPort, username, password } = new URL(server);
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${serverPort} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
${(pgBouncerVersion ?? 0) >= 121 ? `max_prepared_statements = ${maxPreparedStatements}\n` : ""}`,
  );
  // It refuses to run as root.
  for (const [path, mode] of [
    [folder, 0o755],
    [file, 0o644],
  ] as const)
    chmodSync(path, mode);
  const isRoot = process.getuid?.() === 0;
  const child = spawn("pgbouncer", [...(isRoot ? ["-u", "nobody"] : []), file], { stdio: "pipe" });
  await untilListening(child, port);
  return {
    through: (url) => {
      const address = new URL(url);
      address.host = `127.0.0.1:${port}`;
      return address.href;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      printed += chunk;
    });
  }
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: "127.0.0.1", port });
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("close", () => socket.destroy());
      socket.unref();
    });
    if (isOpen) return;
    await pause(50);
  }
  throw new Error(`PgBouncer did not start.\n${printed}`);
}

function readVersion(): number | null {
  const { stdout } = spawnSync("pgbouncer", ["--version"], { encoding: "utf8" });
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout ?? "") ?? [];
  return major === undefined ? null : Number(major) * 100 + Number(minor);
}
