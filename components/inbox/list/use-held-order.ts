"use client";

import { useState } from "react";
import type { Summary } from "@/lib/conversation/conversation";
import { type HeldRows, holdOrder } from "./hold-order";

/**
 * Rows in the order to show: the latest order, or while `held`, the order shown before.
 *
 * @param scope identifies the query; results of a new query are never held back
 */
export function useHeldOrder(
  latest: Summary[],
  held: boolean,
  scope: string,
): HeldRows & { /** Shows the latest order immediately. */ release: () => void } {
  const [shown, setShown] = useState({ rows: latest, scope });
  const free = !held || shown.scope !== scope || shown.rows.length === 0;
  if (free && (shown.rows !== latest || shown.scope !== scope)) setShown({ rows: latest, scope });

  const release = () => setShown({ rows: latest, scope });
  return free ? { rows: latest, waiting: 0, release } : { ...holdOrder(shown.rows, latest), release };
}
