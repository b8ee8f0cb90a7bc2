/** Resolves to the value of `promise`, or to `late` after `patienceMs` milliseconds. The promise is not cancelled. */
export async function within<Value>(promise: Promise<Value>, patienceMs: number, late: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}
