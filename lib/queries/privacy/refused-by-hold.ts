import { Refusal } from "@/lib/queries/refusal";
import { toIso } from "@/lib/time/instant";

/** Why something of a held visitor or conversation cannot be erased: the first of its holds. */
export function refusedByHold({ reason, madeBy, createdAt }: { reason: string; madeBy: string; createdAt: bigint }) {
  const date = toIso(createdAt).slice(0, 10);
  return new Refusal("conflict", `A legal hold (${reason}, made by ${madeBy} on ${date}) blocks this.`);
}
