/** The letter that identifies a side. */
export function SideLetter({ letter }: { letter: "A" | "B" }) {
  return (
    <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-md border border-line-strong text-2xs font-semibold text-muted">
      {letter}
    </span>
  );
}
