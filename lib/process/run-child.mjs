import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const bin = path.join(root, "node_modules", ".bin");

/** The environment of a child process: the pinned Node and the project's tools are first in its PATH. */
export function childEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`, ...extra };
}

/**
 * Runs a program to completion, forwarding signals received in the meantime, so that no child is left running.
 *
 * @param output "inherit"; "errors" to also capture standard error; "all" to capture everything and print nothing
 * @returns its exit code, in a shell's convention after a signal, and the captured output
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
