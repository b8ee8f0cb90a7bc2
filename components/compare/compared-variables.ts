import type { Conversation, Variable, VariableScope } from "@/lib/conversation/conversation";
import { diffConversations } from "@/lib/conversation/diff";

export interface ComparedVariable {
  name: string;
  a: Variable | null;
  b: Variable | null;
  differs: boolean;
}

const order: readonly VariableScope[] = ["conversation", "contact", "system"];

/** The variables of both, by scope and then by name. */
export function comparedVariables(a: Conversation, b: Conversation): ComparedVariable[] {
  const differing = new Set(diffConversations(a, b).variables.map(({ name }) => name));
  const [inA, inB] = [new Map(Object.entries(a.variables)), new Map(Object.entries(b.variables))];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .map((name) => ({ name, a: inA.get(name) ?? null, b: inB.get(name) ?? null, differs: differing.has(name) }))
    .sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

function rank({ a, b }: ComparedVariable): number {
  return order.indexOf((a ?? b)?.scope ?? "system");
}
