import "server-only";
import { formatWithOptions, stripVTControlCharacters } from "node:util";
import { log } from "./log";

/** Signs that Next and libraries put before what they say. */
const signs = /^\s*([⨯⚠▲✓○]|# SERVER_ERROR:)\s*/;

/** Makes lines of the log of what Next and libraries print. */
export function redirectConsole(): void {
  for (const [method, level] of Object.entries(levels)) {
    const to = method as keyof typeof levels;
    console[to] = (...values: unknown[]) => {
      const err = values.find((value) => value instanceof Error);
      const text = formatWithOptions({ colors: false }, ...values.filter((value) => value !== err));
      const msg = stripVTControlCharacters(text).replace(signs, "").trim();
      if (msg === "" && err === undefined) return;
      log()[level](err === undefined ? {} : { err }, msg === "" ? "Unexpected error" : msg);
    };
  }
}

const levels = { error: "error", warn: "warn", log: "info", info: "info", debug: "debug" } as const;
