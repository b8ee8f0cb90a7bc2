import { useAllowed } from "@/components/access/use-allowed";
import { classNames } from "@/components/ui/class-names";
import { type ConversationFilters, filterOf } from "@/lib/filters/conversation-filters";

interface SpeakerSwitchProps {
  filters: ConversationFilters;
  change: (part: Partial<ConversationFilters>) => void;
}

const speakers = [
  { key: "q", name: "Anyone" },
  { key: "said", name: "Visitor" },
  { key: "botSaid", name: "Bot" },
  { key: "agentSaid", name: "Agent" },
  { key: "note", name: "Note" },
] as const;

/** Selects whose messages are searched, if the search has words. */
export function SpeakerSwitch({ filters, change }: SpeakerSwitchProps) {
  const isSet = ({ key }: (typeof speakers)[number]) => filters[key].length > 0 || filters[`${key}.all`].length > 0;
  const set = speakers.filter(isSet);
  const [current] = set;
  const isAllowed = useAllowed();
  if (current === undefined || set.length > 1) return null;
  const { key } = current;
  const move = (to: (typeof speakers)[number]["key"]) =>
    change({ [key]: [], [`${key}.all`]: [], [to]: filters[key], [`${to}.all`]: filters[`${key}.all`] });
  return (
    <fieldset className="mt-1 flex gap-0.5">
      <legend className="sr-only">Said by</legend>
      {speakers
        .filter((speaker) => isAllowed(filterOf(speaker.key).definition))
        .map((speaker) => (
          <button
            key={speaker.key}
            type="button"
            aria-pressed={speaker.key === key}
            onClick={() => speaker.key !== key && move(speaker.key)}
            className={classNames(
              "h-6 rounded-md px-2 text-xs coarse:h-9",
              speaker.key === key ? "bg-hover font-medium text-text" : "text-muted hover:text-text",
            )}
          >
            {speaker.name}
          </button>
        ))}
    </fieldset>
  );
}
