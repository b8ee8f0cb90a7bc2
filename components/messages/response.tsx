import { AttachmentList } from "./attachment-list";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { FieldList } from "./field-list";
import { keyed } from "./keyed";
import { RichText } from "./rich-text";
import { PlainLine } from "./safe-text";
import { ValueView } from "./value-view";
import { VariableList } from "./variable-list";

/** An answer of a kind whose shape is not published: what it says, and whatever it carries. */
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
