import { LabelChip, type LabelChipProps, labelName } from "./label-chip";

interface LabelChipsProps {
  labels: readonly LabelChipProps["label"][];
  /** In characters. */
  room: number;
}

/** As many labels as fit in a row, at least one, and the number of the others. */
export function LabelChips({ labels, room }: LabelChipsProps) {
  const shown = labels.slice(0, countFitting(labels.map(labelName), room));
  const hidden = labels.slice(shown.length);
  return (
    <>
      {shown.map((label) => (
        <LabelChip key={label.id} label={label} className="min-w-0" />
      ))}
      {hidden.length > 0 && (
        <span
          title={hidden.slice(0, mostNamed).map(labelName).join(", ") + (hidden.length > mostNamed ? ", …" : "")}
          className="tabular shrink-0 self-center text-2xs text-muted"
        >
          +{hidden.length}
        </span>
      )}
    </>
  );
}

/** A conversation can have thousands. */
const mostNamed = 50;

/** How many of `names` fit in `room` characters; the dot and padding of each take about four more. */
export function countFitting(names: readonly string[], room: number): number {
  let used = 0;
  const tooMany = names.findIndex((name) => {
    used += name.length + 4;
    return used > room;
  });
  return tooMany === -1 ? names.length : Math.max(1, tooMany);
}
