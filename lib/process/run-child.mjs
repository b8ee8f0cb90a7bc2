import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const bin = path.join(root, "node_modules", ".bin");

/** The environment of a child process: the pinned Node and the project's tools come first on its path. */
export function childEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`, ...extra };
}

/**
 * Runs a program to its end, and passes on the signals that this process gets meanwhile, so that none is left behind.
 *
 * @param output "inherit"; "errors" to keep what it prints as errors, too; "all" to keep everything and show nothing
 * @returns its exit code, as a shell gives it after a signal, and what was kept
 */
export function runChild(command, args, { cwd = root, output = "inherit", timeout, variables = {} } = {}) {
  const stdio = { inherit: "inherit", errors: ["inherit", "inherit", "pipe"], all: ["ignore", "pipe", "pipe"] }[output];
  const options = { cwd, stdio, env: childEnvironment(variables), timeout, shell: process.platform === "win32" };
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    const pass = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, pass);
    let kept = "";
    const keep = (chunk) => {
      kept += chunk;
      if (output === "errors") process.stderr.write(chunk);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve({ code, kept });
    };
    child.on("error", (error) => {
      kept += error.message;
      end(127);
    });
    child.on("close", (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
