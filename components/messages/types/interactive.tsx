import { Store } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ChoiceList } from "@/components/messages/choice-list";
import { Footer, Header } from "@/components/messages/header-and-footer";
import { ListOpener } from "@/components/messages/list-opener";
import { ListSections } from "@/components/messages/list-sections";
import { PromptTitle } from "@/components/messages/prompt-title";
import { SafeText } from "@/components/messages/text/safe-text";
import { chosenBy } from "@/lib/messages/chosen-by";

export function InteractiveBubble({ content, answer, voice }: BubbleProps<"interactive">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <Header header={content.header} />
        <PromptTitle title={content.title} />
        <ListOpener html={content.opener} />
        <ListSections sections={content.sections} isChosen={chosenBy(answer)} />
        {content.catalogId !== "" && (
          <p className="flex items-center gap-1.5 text-xs text-muted">
            <Store aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              Catalogue <SafeText text={content.catalogId} />
            </span>
          </p>
        )}
        <Footer text={content.footer} />
        {content.buttons.length > 0 && <ChoiceList choices={content.buttons} layout="vertical" answer={answer} />}
        {isEmpty(content) && <p className="text-sm text-muted italic">{kindInWords(content.kind)}</p>}
      </div>
    </BubbleFrame>
  );
}

type Content = BubbleProps<"interactive">["content"];

function isEmpty({ header, title, opener, sections, catalogId, buttons }: Content): boolean {
  const words = [header.text, title, opener, catalogId].join("");
  return words === "" && header.file === null && sections.length + buttons.length === 0;
}

function kindInWords(kind: string): string {
  return kind === "" ? "Interactive message" : kind.replaceAll("_", " ");
}
