import { ClipboardList } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { FieldList } from "@/components/messages/field-list";
import { RichText } from "@/components/messages/text/rich-text";
import { PlainLine, SafeText } from "@/components/messages/text/safe-text";
import { flowValue } from "@/lib/messages/parts/flow-answers";

export function FlowResponseBubble({ content, voice }: BubbleProps<"flow.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <div className="flex flex-col gap-1.5">
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <ClipboardList aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            Form answers
            {content.name !== "" && content.name !== "flow" && (
              <>
                {" · "}
                <SafeText text={content.name} />
              </>
            )}
          </span>
        </p>
        <FieldList
          rows={content.answers.map(({ label, name, value }, index) => ({
            key: String(index),
            label: (
              <span title={name}>
                <PlainLine html={label} />
              </span>
            ),
            value: <RichText text={flowValue(value)} className="font-medium" />,
          }))}
        />
        {content.body !== "" && <RichText text={content.body} className="text-xs text-muted" />}
      </div>
    </BubbleFrame>
  );
}
