import "server-only";

const perMs = 60_000;
const mostKinds = 200;

interface Kind {
  /** Lines left out since the last one. */
  left: number;
}

/**
 * Lets at most one error or warning of each kind through in a minute, and then says how many more there were: strangers can
 * cause many, and must not fill a disk. A kind is a first line, whatever numbers it holds.
 */
export function limitLog(target: Pick<Console, "error" | "warn"> = console): void {
  for (const level of ["error", "warn"] as const) {
    const write = target[level].bind(target);
    const kinds = new Map<string, Kind>();
    target[level] = (...values: unknown[]) => {
      const kind = kindOf(values[0]);
      const known = kinds.get(kind);
      if (known !== undefined) {
        known.left += 1;
        return;
      }
      if (kinds.size >= mostKinds) return;
      const begun: Kind = { left: 0 };
      kinds.set(kind, begun);
      setTimeout(() => {
        kinds.delete(kind);
        if (begun.left > 0) write(`${kind} (${begun.left} more within a minute)`);
      }, perMs).unref();
      write(...values);
    };
  }
}

function kindOf(value: unknown): string {
  const text = value instanceof Error ? `${value.name}: ${value.message}` : String(value);
  return (text.trimStart().split("\n", 1)[0] ?? "").slice(0, 200).replace(/\d+/g, "#");
}
