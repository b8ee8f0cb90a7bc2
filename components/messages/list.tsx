import { List } from "lucide-react";
import { chosenBy } from "@/lib/messages/chosen-by";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { Footer, Header } from "./header-and-footer";
import { ListSections } from "./list-sections";
import { PromptTitle } from "./prompt-title";
import { PlainLine } from "./safe-text";

export function ListBubble({ content, answer, voice }: BubbleProps<"list">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <Header header={content.header} />
        <PromptTitle title={content.title} />
        {content.opener !== "" && (
          <p className="flex items-center gap-1.5 text-sm font-medium text-muted">
            <List aria-hidden className="size-4" /> <PlainLine html={content.opener} />
          </p>
        )}
        <ListSections sections={content.sections} isChosen={chosenBy(answer)} />
        <Footer text={content.footer} />
      </div>
    </BubbleFrame>
  );
}
