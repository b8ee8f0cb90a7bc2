const staff = new Set(["bot", "user", "team", "system"]);

/** Whether an actor's type, as sent, is one of staff or the platform. Anyone else may be a visitor. */
export function isStaff(type: string): boolean {
  return staff.has(type.trim().toLowerCase());
}
