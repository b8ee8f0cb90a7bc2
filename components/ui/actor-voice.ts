export type Voice = "visitor" | "bot" | "agent" | "system";

/** Which of the three hues an actor speaks in; `type` is the sender's word. Agents and teams share the green one. */
export function actorVoice(actor: { type: string } | null): Voice {
  switch (actor?.type) {
    case "visitor":
      return "visitor";
    case "bot":
      return "bot";
    case "user":
    case "team":
      return "agent";
    default:
      return "system";
  }
}
