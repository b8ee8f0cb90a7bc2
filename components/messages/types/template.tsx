import { LayoutTemplate } from "lucide-react";
import { AttachmentView } from "@/components/messages/attachment-view";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ChoiceList } from "@/components/messages/choice-list";
import { FieldList } from "@/components/messages/field-list";
import { Footer, Header } from "@/components/messages/header-and-footer";
import { RichText } from "@/components/messages/text/rich-text";
import { SafeText } from "@/components/messages/text/safe-text";
import { fileKind } from "@/lib/messages/parts/file-kind";

/** A template with its text, if sent, and the values of its placeholders. */
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
