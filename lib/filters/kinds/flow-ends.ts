/** Where a prompt was reached from, if not from another prompt. */
export const origins = ["start", "human", "closed"] as const;

export type Origin = (typeof origins)[number];

export function isOrigin(from: string): from is Origin {
  return (origins as readonly string[]).includes(from);
}

/** What came after a prompt, if not another prompt. */
export const flowEnds = ["human", "closed", "silence", "pending"] as const;

export type FlowEnd = (typeof flowEnds)[number];

export function isFlowEnd(to: string): to is FlowEnd {
  return (flowEnds as readonly string[]).includes(to);
}
