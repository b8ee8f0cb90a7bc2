import { ChartBarBig } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ChoiceList } from "@/components/messages/choice-list";
import { PromptTitle } from "@/components/messages/prompt-title";

export function PollBubble({ content, answer, voice }: BubbleProps<"poll">) {
  const choices = content.options.map((title) => ({ title, webUrl: "" }));
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        <ChoiceList choices={choices} layout="vertical" multiple={content.isMultiple} answer={answer} />
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <ChartBarBig aria-hidden className="size-4 shrink-0" />
          {content.isMultiple ? "Poll, several options allowed" : "Poll"}
        </p>
      </div>
    </BubbleFrame>
  );
}
