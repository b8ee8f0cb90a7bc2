import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface BuildInfo {
  version: string;
  /** Null if unknown, for example in an image without its repository. */
  commit: string | null;
}

let known: BuildInfo | undefined;

/** The version from package.json and the commit of the project's folder or Vercel deployment. */
export function buildInfo(): BuildInfo {
  known ??= {
    version: readVersion(),
    commit: process.env.VERCEL_GIT_COMMIT_SHA ?? readCommit(join(/* turbopackIgnore: true */ process.cwd(), ".git")),
  };
  return known;
}

function readVersion(): string {
  const file = join(process.cwd(), "package.json");
  const text: { version?: unknown } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return typeof text.version === "string" ? text.version : "unknown";
}

/** Reads Git's files, because Git may not be installed. */
function readCommit(folder: string): string | null {
  const head = readText(join(folder, "HEAD"));
  if (head === null || /^[0-9a-f]{40}$/.test(head)) return head;
  const reference = head.replace(/^ref: /, "");
  const packed = readText(join(folder, "packed-refs"))?.split("\n") ?? [];
  const line = packed.find((text) => text.endsWith(` ${reference}`));
  return readText(join(folder, reference)) ?? line?.split(" ")[0] ?? null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}
