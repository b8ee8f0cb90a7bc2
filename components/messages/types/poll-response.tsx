import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { Pill } from "@/components/messages/pill";
import { Capped } from "@/components/ui/capped";

export function PollResponseBubble({ content, voice }: BubbleProps<"poll.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      {content.chosen.length === 0 ? (
        <span className="text-muted italic">Withdrew the vote</span>
      ) : (
        <Capped items={content.chosen} noun="votes">
          {(shown) => (
            <ul className="flex flex-wrap gap-1.5">
              {shown.map(({ item, index }) => (
                <li key={index} className="max-w-full min-w-0">
                  <Pill title={item} chosen />
                </li>
              ))}
            </ul>
          )}
        </Capped>
      )}
    </BubbleFrame>
  );
}
