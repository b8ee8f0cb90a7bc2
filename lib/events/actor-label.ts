import type { Actor } from "./event";

/** What to call somebody in a sentence: their name, else their e-mail address, else what they are: "Agent 8292", "Visitor". */
export function actorLabel(actor: Actor): string {
  return actor.name ?? actor.email ?? [roles[actor.type] ?? actor.type, actor.id].filter(Boolean).join(" ");
}

const roles: Partial<Record<string, string>> = {
  bot: "Bot",
  user: "Agent",
  visitor: "Visitor",
  team: "Team",
  system: "System",
};
