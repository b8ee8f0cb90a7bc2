import "server-only";
import { formatWithOptions, stripVTControlCharacters } from "node:util";
import { log } from "./log";

/** Symbols that Next and libraries print before messages. */
const signs = /^\s*([⨯⚠▲✓○]|# SERVER_ERROR:)\s*/;

/** Converts output of Next and libraries to log lines. */
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
