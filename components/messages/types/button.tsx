import { Search } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ChoiceList } from "@/components/messages/choice-list";
import { PromptTitle } from "@/components/messages/prompt-title";

export function ButtonBubble({ content, answer, voice }: BubbleProps<"button">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        {content.searchable && (
          <div className="flex items-center gap-1.5 rounded-lg border border-line px-2 py-1 text-xs text-muted">
            <Search aria-hidden className="size-3.5" /> Search the choices
          </div>
        )}
        <ChoiceList choices={content.buttons} layout={content.layout} multiple={content.multiSelect} answer={answer} />
        {content.buttons.length === 0 && <p className="text-xs text-muted">No buttons were offered</p>}
        {content.multiSelect && <p className="text-xs text-muted">Several may be chosen</p>}
      </div>
    </BubbleFrame>
  );
}
