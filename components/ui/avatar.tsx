import { actorName, type NamedActor } from "@/lib/events/actor-name";
import { actorVoice, type Voice } from "./actor-voice";
import { classNames } from "./class-names";

export interface AvatarProps {
  actor: NamedActor;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
}

/** Initials in the actor's hue. Decorative: the name is next to it. */
export function Avatar({ actor, size = "small", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none",
        voices[actorVoice(actor)],
        sizes[size],
        className,
      )}
    >
      {initials(actorName(actor))}
    </span>
  );
}

/** Up to two letters; for a script without spaces (`佐藤 花`), its first characters. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0]) ?? "?";
  const last = words.length > 1 ? (firstLetter(words.at(-1)) ?? "") : "";
  return (first + last).toLocaleUpperCase("en");
}

function firstLetter(word = ""): string | undefined {
  return /[\p{L}\p{N}]/u.exec(word)?.[0];
}

const voices: Record<Voice, string> = {
  visitor: "bg-visitor-soft text-visitor",
  bot: "bg-bot-soft text-bot",
  agent: "bg-agent-soft text-agent",
  system: "bg-hover text-muted",
};

const sizes = { small: "size-5 text-[0.5625rem]", medium: "size-7 text-2xs", large: "size-9 text-xs" };
