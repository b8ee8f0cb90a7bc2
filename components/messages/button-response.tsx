import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { keyed } from "./keyed";
import { Pill } from "./pill";

export function ButtonResponseBubble({ content, voice }: BubbleProps<"button.response">) {
  const named = content.chosen.length > 0 ? content.chosen : content.indexes.map((index) => `Button ${index + 1}`);
  return (
    <BubbleFrame voice={voice} look="speech">
      <ul className="flex flex-wrap gap-1.5">
        {keyed(named).map(({ key, part: title }) => (
          <li key={key} className="max-w-full min-w-0">
            <Pill title={title} webUrl={named.length === 1 ? content.webUrl : ""} chosen />
          </li>
        ))}
      </ul>
    </BubbleFrame>
  );
}
