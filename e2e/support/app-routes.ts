import { readdirSync } from "node:fs";
import path from "node:path";

export interface AppRoute {
  /** The path in Next's notation, with `[parameters]`: `/api/v1/events/[id]`. */
  path: string;
  kind: "page" | "route";
  /** Its folders, including groups such as `(workspace)`. */
  folders: string[];
}

/** Every page and route of the `app` folder, read from the files, so that new ones are included. */
export function appRoutes(folders: string[] = []): AppRoute[] {
  const folder = path.join("app", ...folders);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): AppRoute[] => {
    if (entry.isDirectory()) return appRoutes([...folders, entry.name]);
    const kind = /^(page|route)\.tsx?$/.exec(entry.name)?.[1];
    return kind === "page" || kind === "route" ? [{ path: addressOf(folders), kind, folders }] : [];
  });
}

/** The name of a group is not part of the path. */
function addressOf(folders: string[]): string {
  return `/${folders.filter((name) => !/^\(.*\)$/.test(name)).join("/")}`;
}
