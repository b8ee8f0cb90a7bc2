import { CircleSlash } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { SafeText } from "@/components/messages/text/safe-text";

export function UnsupportedBubble({ content, voice }: BubbleProps<"unsupported">) {
  const code = content.errors[0]?.code ?? "";
  return (
    <BubbleFrame voice={voice} look="card">
      <p className="flex items-start gap-1.5 text-sm text-muted">
        <CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          Unsupported message
          {content.reason !== "" && (
            <>
              {": "}
              <SafeText text={content.reason} />
            </>
          )}
          {code !== "" && (
            <>
              {" (code "}
              <SafeText text={code} />)
            </>
          )}
        </span>
      </p>
    </BubbleFrame>
  );
}
