import { valueText } from "@/lib/messages/variable-assignments";
import { RichText } from "./rich-text";
import { SafeText } from "./safe-text";
import { VisitorWords } from "./visitor-words";

/** A value by its JSON type: text as text, all else as JSON, nothing as a dash. */
export function ValueView({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === "") return <span className="text-muted">empty</span>;
  if (typeof value === "string") {
    return (
      <VisitorWords>
        <RichText text={value} className="font-medium" />
      </VisitorWords>
    );
  }
  return (
    <code className="font-mono text-xs whitespace-pre-wrap">
      <SafeText text={valueText(value)} />
    </code>
  );
}
