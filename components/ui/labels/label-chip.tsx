import { classNames } from "@/components/ui/class-names";

export interface LabelChipProps {
  label: { id: string; name: string | null };
  /** Struck through: the label was removed. */
  removed?: boolean | undefined;
  className?: string | undefined;
}

/** A label with a colored dot. The platform sends no color, so the hue is derived from the id and is the same everywhere. */
export function LabelChip({ label, removed = false, className }: LabelChipProps) {
  const name = labelName(label);
  return (
    <span
      title={name}
      className={classNames(
        "inline-flex h-5 max-w-40 min-w-0 items-center gap-1.5 rounded-full border border-line bg-pane px-2 text-2xs",
        removed ? "text-faint line-through" : "text-muted",
        className,
      )}
    >
      <LabelDot id={label.id} muted={removed} />
      <span dir="auto" className="truncate">
        {name}
      </span>
    </span>
  );
}

export function labelName({ id, name }: LabelChipProps["label"]): string {
  return name ?? `Label ${id}`;
}

function LabelDot({ id, muted = false }: { id: string; muted?: boolean | undefined }) {
  return (
    <span
      aria-hidden="true"
      className="size-1.5 shrink-0 rounded-full forced-color-adjust-none"
      style={{ background: muted ? "var(--line-strong)" : dotColour(id) }}
    />
  );
}

const dotColours = ["#e5484d", "#f0a020", "#8e4ec6", "#0090ff", "#12a594", "#d6409f", "#978365", "#46a758"];

function dotColour(id: string): string {
  let hash = 7;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return dotColours[hash % dotColours.length] ?? "var(--muted)";
}
