import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Folders whose subfolders must not import each other in cycles. */
const roots = ["components", "lib"];

describe("folders", () => {
  it.each(roots)("of %s import each other in one direction only", (root) => {
    const imports = importsBetweenFolders(root);
    expect(imports.size).toBeGreaterThan(5);
    expect(cyclesIn(imports)).toEqual([]);
  });

  it("have imports that this test detects", () => {
    const imports = new Map([
      ["a", new Set(["b", "d"])],
      ["b", new Set(["c"])],
      ["c", new Set(["a"])],
      ["d", new Set<string>()],
    ]);
    expect(cyclesIn(imports)).toEqual(["a → b → c → a"]);
  });
});

/** For each subfolder of `house`, the other subfolders that its files import. Tests may import anything. */
function importsBetweenFolders(house: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", house], {
    encoding: "utf8",
  });
  for (const file of files.split("\n").filter(isSource)) {
    const from = folderOf(file, house);
    if (from === null || from === "testing") continue;
    const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"));
    for (const { fileName } of importedFiles) {
      const to = folderOf(placeOf(fileName, file), house);
      if (to === null || to === from) continue;
      found.set(from, (found.get(from) ?? new Set()).add(to));
    }
  }
  return found;
}

function isSource(file: string): boolean {
  return /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file) && existsSync(file);
}

function placeOf(specifier: string, importer: string): string {
  if (specifier.startsWith("@/")) return specifier.slice("@/".length);
  return specifier.startsWith(".") ? path.join(path.dirname(importer), specifier) : specifier;
}

function folderOf(file: string, house: string): string | null {
  const [top, folder, ...rest] = file.split("/");
  return top === house && folder !== undefined && rest.length > 0 ? folder : null;
}

/** Each cycle once, as a path. */
function cyclesIn(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const follow = (folder: string, trail: string[]) => {
    const start = trail.indexOf(folder);
    if (start >= 0) cycles.push([...trail.slice(start), folder].join(" → "));
    if (start >= 0 || done.has(folder)) return;
    for (const next of imports.get(folder) ?? []) follow(next, [...trail, folder]);
    done.add(folder);
  };
  for (const folder of imports.keys()) follow(folder, []);
  return cycles;
}
