import { addressParts } from "./address-parts";

/** A text on one line: an address is cut in its middle, all else at its end. Copied, searched and printed, it is whole. */
export function EndKept({ text }: { text: string }) {
  const parts = addressParts(text);
  return (
    <span title={text} className="flex max-w-full min-w-0 print:inline">
      <span dir="auto" className="truncate whitespace-pre print:whitespace-pre-wrap">
        {parts?.[0] ?? text}
      </span>
      {parts && <span className="shrink-0">{parts[1]}</span>}
    </span>
  );
}
