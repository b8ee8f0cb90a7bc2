/** An abbreviated count: 999, 2.3k, 1m. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(count).toLowerCase();
}
