/** Maximum duration of work without yielding to the browser, in milliseconds. */
const slice = 16;

/**
 * Runs a computation that yields often (`yield`) without blocking the page, and passes its result to `done`.
 *
 * @returns a function that cancels it; `done` is then not called
 */
export function inSlices<Result>(work: Generator<undefined, Result>, done: (result: Result) => void): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    const until = performance.now() + slice;
    while (!ended) {
      const step = work.next();
      if (step.done) return done(step.value);
      if (performance.now() >= until) break;
    }
    if (!ended) timer = setTimeout(run, 0);
  };
  timer = setTimeout(run, 0);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Runs the same computation synchronously. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
