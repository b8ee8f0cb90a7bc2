import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { countOf, type RetentionCategory } from "@/lib/api/retention";
import type { RetentionPreview } from "@/lib/api/schemas/privacy/retention";

type Previewed = RetentionPreview["data"][number];

interface RulePreviewProps {
  category: RetentionCategory;
  preview: Previewed;
}

/** What a rule would do now. */
export function RulePreview({ category, preview: { count, held, examples } }: RulePreviewProps) {
  return (
    <div role="status" className="rounded-lg border border-line p-3 text-sm">
      <p className="font-medium">
        {count === 0 ? "Nothing is old enough yet." : `Applies to ${countOf(category, count)} now.`}
        {held > 0 && ` Legal holds keep ${countOf(category, held)}.`}
      </p>
      {examples.length > 0 && (
        <ul aria-label="Examples" className="mt-2 flex max-h-48 flex-col gap-1 overflow-y-auto">
          {examples.map((example) => (
            <li key={example.id} className="flex min-w-0 gap-2">
              <ExampleLink example={example} />
              <RelativeTime iso={example.at} inSentence className="ml-auto shrink-0 text-muted" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ExampleLink({ example: { type, id, title } }: { example: Previewed["examples"][number] }) {
  const text = type === "conversation" ? (title ?? id) : `${id} ${title ?? ""}`;
  if (type === "entry")
    return (
      <span dir="auto" className="truncate">
        {text}
      </span>
    );
  const href =
    type === "conversation"
      ? `/conversations/${encodeURIComponent(id)}`
      : `/deliveries?delivery=${encodeURIComponent(id)}`;
  return (
    <Link dir="auto" href={href} className="truncate underline decoration-line-strong underline-offset-2">
      {text}
    </Link>
  );
}
