export type Voice = "visitor" | "bot" | "agent" | "system";

/** The voice (hue) of an actor; `type` is the sender's value. Agents and teams share the green one. */
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
