import { addressParts } from "./address-parts";

/** A text on one line: an address is cut in its middle, all else at its end. Copied and searched, it is whole. */
export function EndKept({ text }: { text: string }) {
  const parts = addressParts(text);
  return (
    <span title={text} className="flex min-w-0 max-w-full">
      <span dir="auto" className="truncate whitespace-pre">
        {parts?.[0] ?? text}
      </span>
      {parts && <span className="shrink-0">{parts[1]}</span>}
    </span>
  );
}
