import { SafeText } from "@/components/messages/text/safe-text";

interface ReactionsProps {
  reactions: readonly { emoji: string; id: string; by: string }[];
  onJump: (eventId: string) => void;
}

/** The reactions to a message, as chips below it. */
export function Reactions({ reactions, onJump }: ReactionsProps) {
  if (reactions.length === 0) return null;
  return (
    <ul aria-label="Reactions" className="mt-1 flex flex-wrap gap-1 px-2">
      {reactions.map(({ emoji, id, by }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onJump(id)}
            title={`${by} reacted ${emoji}`}
            className="inline-flex h-6 items-center rounded-full border border-line bg-pane px-1.5 text-sm hover:border-line-strong"
          >
            <SafeText text={emoji} />
            <span className="sr-only"> by {by}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
