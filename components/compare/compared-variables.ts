import type { Conversation, Variable, VariableScope } from "@/lib/conversation/conversation";
import { diffConversations } from "@/lib/fold/compare/diff";

export interface ComparedVariable {
  name: string;
  a: Variable | null;
  b: Variable | null;
  scope: VariableScope;
  differs: boolean;
}

const order: readonly VariableScope[] = ["conversation", "contact", "system"];

/** The variables of both, by scope, then by name. */
export function comparedVariables(a: Conversation, b: Conversation): ComparedVariable[] {
  const differing = new Set(diffConversations(a, b).variables.map(({ name }) => name));
  const [inA, inB] = [new Map(Object.entries(a.variables)), new Map(Object.entries(b.variables))];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .map((name) => {
      const [inOne, inOther] = [inA.get(name) ?? null, inB.get(name) ?? null];
      const scope = (inOne ?? inOther)?.scope ?? "system";
      return { name, a: inOne, b: inOther, scope, differs: differing.has(name) };
    })
    .sort((one, other) => order.indexOf(one.scope) - order.indexOf(other.scope) || (one.name < other.name ? -1 : 1));
}
