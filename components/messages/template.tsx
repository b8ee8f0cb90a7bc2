import { LayoutTemplate } from "lucide-react";
import { fileKind } from "@/lib/messages/file-kind";
import { AttachmentView } from "./attachment-view";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { ChoiceList } from "./choice-list";
import { FieldList } from "./field-list";
import { Footer, Header } from "./header-and-footer";
import { RichText } from "./rich-text";
import { SafeText } from "./safe-text";

/** A template with its text, where that was sent, and what was filled in. */
export function TemplateBubble({ content, answer, voice }: BubbleProps<"template">) {
  const filled = content.filled.flatMap(({ place, values, files }) => [
    ...values.map((value) => ({ place, value: <RichText text={value} className="font-medium" /> })),
    ...files.map((file) => ({ place, value: <AttachmentView file={file} kind={fileKind(file)} /> })),
  ]);
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
          <LayoutTemplate aria-hidden className="size-4 shrink-0" />
          Template
          <code className="font-mono break-all text-text">
            <SafeText text={content.name} />
          </code>
          <SafeText text={content.language} />
        </p>
        <Header header={content.header} />
        {content.file !== null && <AttachmentView file={content.file} kind={fileKind(content.file)} />}
        {content.text !== "" && <RichText text={content.text} />}
        <FieldList
          rows={filled.map(({ place, value }, index) => ({
            key: String(index),
            label: index > 0 && filled[index - 1]?.place === place ? "" : <SafeText text={place} />,
            value,
          }))}
        />
        <Footer text={content.footer} />
        {content.buttons.length > 0 && <ChoiceList choices={content.buttons} layout="vertical" answer={answer} />}
      </div>
    </BubbleFrame>
  );
}
