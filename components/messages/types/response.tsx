import { AttachmentList } from "@/components/messages/attachment-list";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { FieldList } from "@/components/messages/field-list";
import { keyed } from "@/components/messages/text/keyed";
import { RichText } from "@/components/messages/text/rich-text";
import { PlainLine } from "@/components/messages/text/safe-text";
import { ValueView } from "@/components/messages/value-view";
import { VariableList } from "@/components/messages/variable-list";

/** An answer whose shape is not published: its text and fields. */
export function ResponseBubble({ content, voice }: BubbleProps<"response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <div className="flex flex-col gap-2">
        {content.text !== "" && <RichText text={content.text} />}
        {content.description !== "" && <RichText text={content.description} className="text-xs text-muted" />}
        {content.fields.length > 0 && (
          <FieldList
            rows={keyed(content.fields).map(({ key, part: field }) => ({
              key,
              label: <PlainLine html={field.label} />,
              value: <ValueView value={field.value} />,
            }))}
          />
        )}
        {content.files.length > 0 && <AttachmentList files={content.files} />}
        {content.variables.length > 0 && <VariableList title="Sets" variables={content.variables} />}
      </div>
    </BubbleFrame>
  );
}
