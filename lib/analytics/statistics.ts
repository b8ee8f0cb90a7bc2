/** The Wilson score interval of a share, at 95 %. `n` is positive. */
export function wilson(k: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
