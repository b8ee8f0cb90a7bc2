"use client";

import { useState } from "react";
import type { Summary } from "@/lib/conversation/conversation";
import { type HeldRows, holdOrder } from "./hold-order";

/**
 * Rows in the order to show: the latest one, or, while `held` (someone reads), the one that was shown before.
 *
 * @param scope names what the rows are an answer to; a new answer is never held back
 */
export function useHeldOrder(
  latest: Summary[],
  held: boolean,
  scope: string,
): HeldRows & { /** Shows the latest order at once. */ release: () => void } {
  const [shown, setShown] = useState({ rows: latest, scope });
  const free = !held || shown.scope !== scope || shown.rows.length === 0;
  if (free && (shown.rows !== latest || shown.scope !== scope)) setShown({ rows: latest, scope });

  const release = () => setShown({ rows: latest, scope });
  return free ? { rows: latest, waiting: 0, release } : { ...holdOrder(shown.rows, latest), release };
}
