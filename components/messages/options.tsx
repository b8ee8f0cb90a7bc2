import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { ChoiceList } from "./choice-list";
import { Footer, Header } from "./header-and-footer";
import { PromptTitle } from "./prompt-title";

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
