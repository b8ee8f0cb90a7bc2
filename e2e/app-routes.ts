import { readdirSync } from "node:fs";
import path from "node:path";

export interface AppRoute {
  /** As Next serves it, with its `[parameters]`: `/api/v1/events/[id]`. */
  path: string;
  kind: "page" | "route";
  /** The folders it lies in, groups such as `(workspace)` too. */
  folders: string[];
}

/** Every page and route of the `app` folder, read from the files, so that a new one cannot be forgotten. */
export function appRoutes(folders: string[] = []): AppRoute[] {
  const folder = path.join("app", ...folders);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): AppRoute[] => {
    if (entry.isDirectory()) return appRoutes([...folders, entry.name]);
    const kind = /^(page|route)\.tsx?$/.exec(entry.name)?.[1];
    return kind === "page" || kind === "route" ? [{ path: addressOf(folders), kind, folders }] : [];
  });
}

/** A group's name stands in no address. */
function addressOf(folders: string[]): string {
  return `/${folders.filter((name) => !/^\(.*\)$/.test(name)).join("/")}`;
}
