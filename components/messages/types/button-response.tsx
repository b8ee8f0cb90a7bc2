import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { Pill } from "@/components/messages/pill";
import { Capped } from "@/components/ui/capped";

export function ButtonResponseBubble({ content, voice }: BubbleProps<"button.response">) {
  const named = content.chosen.length > 0 ? content.chosen : content.indexes.map((index) => `Button ${index + 1}`);
  return (
    <BubbleFrame voice={voice} look="speech">
      <Capped items={named} noun="buttons">
        {(shown) => (
          <ul className="flex flex-wrap gap-1.5">
            {shown.map(({ item: title, index }) => (
              <li key={index} className="max-w-full min-w-0">
                <Pill title={title} webUrl={named.length === 1 ? content.webUrl : ""} chosen />
              </li>
            ))}
          </ul>
        )}
      </Capped>
    </BubbleFrame>
  );
}
