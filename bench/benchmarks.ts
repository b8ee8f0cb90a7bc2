import { measureDeliveries } from "./deliveries";
import type { Figure } from "./figure";

export interface BenchmarkOptions {
  /** The sizes that the issue names, which take long. */
  full: boolean;
}

/** By the name that `--only` takes. */
export const benchmarks: Record<string, (options: BenchmarkOptions) => Promise<Figure[]>> = {
  "deliveries-sqlite": () => measureDeliveries("sqlite"),
  "deliveries-postgres": () => measureDeliveries("postgresql"),
};
