import { chosenBy } from "@/lib/messages/chosen-by";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { Footer, Header } from "./header-and-footer";
import { ListOpener } from "./list-opener";
import { ListSections } from "./list-sections";
import { PromptTitle } from "./prompt-title";

export function ListBubble({ content, answer, voice }: BubbleProps<"list">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <Header header={content.header} />
        <PromptTitle title={content.title} />
        <ListOpener html={content.opener} />
        <ListSections sections={content.sections} isChosen={chosenBy(answer)} />
        <Footer text={content.footer} />
      </div>
    </BubbleFrame>
  );
}
