import { Check, List } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { isChosen } from "@/lib/messages/is-chosen";
import { plainText } from "@/lib/messages/plain-text";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { Footer, Header } from "./header-and-footer";
import { keyed } from "./keyed";
import { PromptTitle } from "./prompt-title";
import { RichText } from "./rich-text";
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
        {keyed(content.sections).map(({ key, part: section }) => (
          <div key={key} className="flex flex-col">
            {section.title !== "" && (
              <p className="pb-0.5 text-xs font-medium text-muted">
                <PlainLine html={section.title} />
              </p>
            )}
            <ul
              aria-label={plainText(section.title) || "Choices"}
              className="divide-y divide-line rounded-lg border border-line"
            >
              {keyed(section.items).map(({ key, part: item }) => (
                <Item key={key} {...item} chosen={isChosen(answer, item.title, -1)} />
              ))}
            </ul>
          </div>
        ))}
        <Footer text={content.footer} />
      </div>
    </BubbleFrame>
  );
}

function Item({ title, description, chosen }: { title: string; description: string; chosen: boolean }) {
  return (
    <li
      className={classNames(
        "flex items-start gap-2 px-2.5 py-1.5 text-sm first:rounded-t-lg last:rounded-b-lg print:break-inside-avoid",
        chosen && "bg-visitor-soft text-visitor",
      )}
    >
      <div className="min-w-0 flex-1">
        {chosen && <span className="sr-only">Chosen: </span>}
        <RichText text={title === "" ? "(no title)" : title} className={chosen ? "font-medium" : ""} />
        {description !== "" && <RichText text={description} className="text-xs text-muted" />}
      </div>
      {chosen && <Check aria-hidden className="mt-0.5 size-4 shrink-0" />}
    </li>
  );
}
