import { existsSync } from "node:fs";
import path from "node:path";

/** The arguments with which Node runs a command of this folder. An image has it bundled beside this file, and no TypeScript. */
export function cliCommand(name, ...args) {
  const bundled = path.join(import.meta.dirname, `${name}.mjs`);
  if (existsSync(bundled)) return [bundled, ...args];
  return ["--conditions=react-server", "--import", "tsx", path.join(import.meta.dirname, `${name}.ts`), ...args];
}
