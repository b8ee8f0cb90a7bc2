export interface NamedActor {
  type: string;
  id: string | null;
  email: string | null;
  name: string | null;
}

/** The display name of an actor: the name, else the e-mail's part before the `@`, else the role with its id. */
export function actorName(actor: NamedActor): string {
  const name = actor.name?.trim();
  if (name) return name;
  const mailbox = actor.email?.split("@")[0];
  const role = roles[actor.type] ?? actor.type;
  if (actor.type === "bot" || actor.type === "visitor" || !mailbox) {
    return actor.id && actor.type !== "bot" ? `${role} ${actor.id}` : role;
  }
  return mailbox
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

const roles: Record<string, string> = {
  bot: "Bot",
  visitor: "Visitor",
  user: "Agent",
  team: "Team",
  system: "System",
};
