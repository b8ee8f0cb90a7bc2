import { readdirSync } from "node:fs";
import path from "node:path";

export interface AppRoute {
  /** As Next serves it, with its `[parameters]`: `/api/v1/events/[id]`. */
  path: string;
  kind: "page" | "route";
}

/** Every page and route of the `app` folder, read from the files, so that a new one cannot be forgotten. */
export function appRoutes(folder = "app", prefix = ""): AppRoute[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): AppRoute[] => {
    const location = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const isUnseen = /^\(.*\)$/.test(entry.name);
      return appRoutes(location, isUnseen ? prefix : `${prefix}/${entry.name}`);
    }
    const kind = /^(page|route)\.tsx?$/.exec(entry.name)?.[1];
    return kind === "page" || kind === "route" ? [{ path: prefix || "/", kind }] : [];
  });
}
