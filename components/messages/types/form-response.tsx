import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { FieldList } from "@/components/messages/field-list";
import { keyed } from "@/components/messages/text/keyed";
import { PlainLine } from "@/components/messages/text/safe-text";
import { ValueView } from "@/components/messages/value-view";

export function FormResponseBubble({ content, voice }: BubbleProps<"form.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <FieldList
        rows={keyed(content.fields).map(({ key, part: field }) => ({
          key,
          label: <PlainLine html={field.label} />,
          value:
            field.value === null ? <span className="text-muted">not answered</span> : <ValueView value={field.value} />,
        }))}
      />
      {content.fields.length === 0 && <span className="text-muted italic">The form was left empty</span>}
    </BubbleFrame>
  );
}
