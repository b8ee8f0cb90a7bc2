import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import { CodeBlock } from "@/components/ui/code-block";
import { splitAtBidiControls } from "@/lib/text/bidi-controls";
import { BubbleFrame } from "./bubble-frame";

const maxLength = 100_000;
const shortLines = 16;

export interface RawMessageProps {
  voice: Voice;
  heading: ReactNode;
  /** The data as sent, shown as JSON. */
  sent: unknown;
}

/** Replaces a message that cannot be rendered: the problem, and all of its data. */
export function RawMessage({ voice, heading, sent }: RawMessageProps) {
  const json = formatted(sent);
  const shown =
    json.length > maxLength ? `${json.slice(0, maxLength)}\n… ${json.length - maxLength} more characters` : json;
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-1.5">
        <p className="flex items-start gap-1.5 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <span className="min-w-0">{heading}</span>
        </p>
        <details open={json.split("\n", shortLines + 1).length <= shortLines}>
          <summary className="w-fit cursor-pointer text-xs text-muted">Raw data</summary>
          <CodeBlock code={json} label="raw data" wrap className="mt-1.5 print:[&_section]:overflow-visible">
            {shown}
          </CodeBlock>
        </details>
      </div>
    </BubbleFrame>
  );
}

function formatted(sent: unknown): string {
  try {
    const json = JSON.stringify(sent, null, 2) ?? String(sent);
    return splitAtBidiControls(json)
      .map((piece) => ("text" in piece ? piece.text : `\\u${piece.control.slice(2).toLowerCase()}`))
      .join("");
  } catch {
    return "(nested too deeply to be shown here)";
  }
}
