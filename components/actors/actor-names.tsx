"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { actorName } from "@/lib/events/actor-name";
import type { Actor } from "@/lib/events/event";

/** Returns the display name of an actor in this conversation; `null` is nobody. */
export type NameOf = (actor: Actor | null) => string;

const NamesContext = createContext<NameOf>((actor) => (actor ? actorName(actor) : "Unassigned"));

interface ActorNamesProps {
  botName: string | null;
  visitorName: string | null;
  children: ReactNode;
}

/** Provides actor names: events contain neither the bot's nor the visitor's name, but the conversation does. */
export function ActorNames({ botName, visitorName, children }: ActorNamesProps) {
  const nameOf = useMemo(
    () => (actor: Actor | null) => {
      if (!actor) return "Unassigned";
      if (actor.name === null && actor.type === "bot" && botName) return botName;
      if (actor.name === null && actor.type === "visitor" && visitorName) return visitorName;
      return actorName(actor);
    },
    [botName, visitorName],
  );
  return <NamesContext value={nameOf}>{children}</NamesContext>;
}

export function useActorNames(): NameOf {
  return use(NamesContext);
}
