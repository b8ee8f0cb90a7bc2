import { classNames } from "@/components/ui/class-names";
import { comparedColumns } from "./columns";
import { SideHeading } from "./side-heading";
import type { Side } from "./use-side";

interface CompareHeadsProps {
  a: Side;
  b: Side;
  choose: (part: { a?: string; b?: string }) => void;
}

/** Sticky headings of the two conversations' columns. */
export function CompareHeads({ a, b, choose }: CompareHeadsProps) {
  return (
    <div
      data-compare-heads=""
      className={classNames(
        comparedColumns,
        "sticky top-0 z-20 min-h-12 items-center border-b border-line-strong bg-background",
      )}
    >
      <span />
      <SideHeading letter="A" side={a} except={b.key} onPick={(key) => choose({ a: key })} />
      <SideHeading letter="B" side={b} except={a.key} onPick={(key) => choose({ b: key })} />
    </div>
  );
}
