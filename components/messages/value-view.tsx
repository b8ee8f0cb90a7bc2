import { RichText } from "@/components/messages/text/rich-text";
import { SafeText } from "@/components/messages/text/safe-text";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { MediaSenderProvider } from "./media-sender";
import { VisitorWords } from "./visitor-words";

/** A value by its JSON type: text as text, everything else as JSON. It may be a visitor's answer, whoever sent the bubble. */
export function ValueView({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === "") return <span className="text-muted">empty</span>;
  if (typeof value === "string") {
    return (
      <MediaSenderProvider sender="visitor">
        <VisitorWords>
          <RichText text={value} className="font-medium" />
        </VisitorWords>
      </MediaSenderProvider>
    );
  }
  return (
    <code className="font-mono text-xs whitespace-pre-wrap">
      <SafeText text={valueText(value)} />
    </code>
  );
}
