// Imports nothing: the environment's schema is also part of what runs before each page.

/** contract.md, `LOG_FORMAT` and `LOG_LEVEL`. */
export const logFormats = ["text", "json"] as const;
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
