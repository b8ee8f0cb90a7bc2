import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

interface RouteStatistics {
  route: string;
  /** From the project's root. */
  firstLoadChunkPaths: string[];
}

/** The pages with a budget: kilobytes (1000 bytes) of JavaScript that a browser loads with them, compressed by gzip. */
export const pageBudgets: Readonly<Record<string, number>> = {
  "/": 278,
  "/conversations/[key]": 423,
  "/analytics": 245,
  "/flows": 245,
  "/flows/[bot]": 246,
  "/flows/[bot]/prompts/[id]": 245,
  "/flows/[bot]/wiring": 245,
  "/funnels": 245,
  "/stuck": 245,
  "/sign-in": 154,
};

/** What a page of the production build loads before anything is asked for, in kilobytes of gzip. */
export function pageWeight(route: string, build = ".next"): number {
  const statistics: RouteStatistics[] = JSON.parse(
    readFileSync(path.join(build, "diagnostics", "route-bundle-stats.json"), "utf8"),
  );
  const page = statistics.find((one) => one.route === route);
  if (page === undefined) throw new Error(`The build has no page "${route}".`);
  const bytes = page.firstLoadChunkPaths.map((chunk) => {
    const file = path.join(build, chunk.slice(chunk.indexOf("static/")));
    return gzipSync(readFileSync(file)).length;
  });
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}
