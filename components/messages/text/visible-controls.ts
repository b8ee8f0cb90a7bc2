import { splitAtBidiControls } from "@/lib/text/bidi-controls";

/** A control that reorders text could make a script read as another one. */
export function withVisibleControls(script: string): string {
  return splitAtBidiControls(script)
    .map((piece) => ("text" in piece ? piece.text : `⟨${piece.control}⟩`))
    .join("");
}
