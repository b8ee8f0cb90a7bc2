const units = ["B", "KB", "MB", "GB", "TB"];

/** `1.5 MB`, in steps of 1024 like the platform. */
export function fileSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const amount = bytes / 1024 ** step;
  return `${amount >= 10 || Number.isInteger(amount) ? Math.round(amount) : amount.toFixed(1)} ${units[step] ?? "B"}`;
}
