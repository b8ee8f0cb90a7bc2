import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { Footer, Header } from "@/components/messages/header-and-footer";
import { ListOpener } from "@/components/messages/list-opener";
import { ListSections } from "@/components/messages/list-sections";
import { PromptTitle } from "@/components/messages/prompt-title";
import { chosenBy } from "@/lib/messages/chosen-by";

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
