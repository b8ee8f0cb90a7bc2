import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ChoiceList } from "@/components/messages/choice-list";
import { Footer, Header } from "@/components/messages/header-and-footer";
import { PromptTitle } from "@/components/messages/prompt-title";

export function OptionsBubble({ content, answer, voice }: BubbleProps<"options">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <Header header={content.header} />
        <PromptTitle title={content.text} />
        <Footer text={content.footer} />
        <ChoiceList choices={content.options} layout={content.layout} answer={answer} />
      </div>
    </BubbleFrame>
  );
}
