/** Numbers below could identify a person: viewers without the permission `personal` do not see them. */
export const fewestShown = 5;

/** Why a cell has no value. */
export const reasons = {
  rebuilding: "The facts of all conversations are being rebuilt.",
  noValues: "This period has no values.",
  hidden: `Fewer than ${fewestShown} conversations: hidden without the permission to see personal data.`,
} as const;
