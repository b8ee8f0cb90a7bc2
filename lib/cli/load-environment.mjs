import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as util from "node:util";

/**
 * Loads the variables in the project's `.env`, without overriding existing ones. Every command and the server call this. Exits if
 * the file cannot be read.
 */
export function loadEnvironment(root) {
  const file = path.join(root, ".env");
  if (!existsSync(file)) return;
  try {
    const variables = util.parseEnv(decode(readFileSync(file)));
    for (const [name, value] of Object.entries(variables)) process.env[name] ??= value;
  } catch (error) {
    console.error(`${file} cannot be read: ${error.message}`);
    process.exit(1);
  }
}

/** Also decodes files from Windows editors: with a byte-order mark, or UTF-16 with or without one. */
function decode(bytes) {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`it is not ${encoding.toUpperCase()} text. Save it as UTF-8.`);
  }
}

function encodingOf([first, second]) {
  if ((first === 0xff && second === 0xfe) || second === 0) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || first === 0) return "utf-16be";
  return "utf-8";
}
