import { SquareCode } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { HighlightedScript } from "@/components/messages/text/highlighted-script";
import { PlainLine } from "@/components/messages/text/safe-text";
import { VariableList } from "@/components/messages/variable-list";
import { CodeBlock } from "@/components/ui/code-block";

const places: Record<string, string> = {
  client: "ran in the visitor's browser",
  server: "ran on the platform's server",
};

/** A script that the platform ran, shown as code, and its result. */
export function JavascriptBubble({ content, answer, voice }: BubbleProps<"javascript">) {
  const place = places[content.executeAt.toLowerCase()] ?? content.executeAt;
  const returned =
    answer?.recognised === true && answer.type === "javascript.response" ? answer.content.variables : null;
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <SquareCode aria-hidden className="size-4" />
          <PlainLine html={place === "" ? "JavaScript" : `JavaScript · ${place}`} />
        </p>
        {content.script.trim() === "" ? (
          <p className="text-sm text-muted italic">An empty script</p>
        ) : (
          <CodeBlock
            code={content.script}
            label="script"
            className="print:[&_pre]:whitespace-pre-wrap print:[&_section]:overflow-visible"
          >
            <HighlightedScript script={content.script} />
          </CodeBlock>
        )}
        {returned !== null && <VariableList title="Returned" variables={returned} />}
      </div>
    </BubbleFrame>
  );
}
