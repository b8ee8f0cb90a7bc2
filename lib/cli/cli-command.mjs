import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The arguments for Node to run a command in this folder. In an image, a bundle of the command is next to this file, and there is
 * no TypeScript.
 */
export function cliCommand(name, ...args) {
  const bundled = path.join(import.meta.dirname, `${name}.mjs`);
  if (existsSync(bundled)) return [bundled, ...args];
  return ["--conditions=react-server", "--import", "tsx", path.join(import.meta.dirname, `${name}.ts`), ...args];
}
