import { LayoutTemplate } from "lucide-react";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { RichText } from "./rich-text";
import { SafeText } from "./safe-text";

export function TemplateBubble({ content, voice }: BubbleProps<"template">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <LayoutTemplate aria-hidden className="size-4 shrink-0" />
        Template
        <code className="font-mono break-all text-text">
          <SafeText text={content.name} />
        </code>
        <SafeText text={content.language} />
      </p>
      {content.text !== "" && <RichText text={content.text} className="mt-1" />}
    </BubbleFrame>
  );
}
