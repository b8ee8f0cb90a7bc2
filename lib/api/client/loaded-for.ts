/** Live updates announce what is stored later, so what was loaded counts as fresh for a minute. */
export const loadedForMs = 60_000;
