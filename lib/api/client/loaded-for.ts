/** Live updates report later changes, so loaded data counts as fresh for a minute. */
export const loadedForMs = 60_000;
