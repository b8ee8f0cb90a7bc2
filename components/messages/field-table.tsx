import { SafeText } from "@/components/messages/text/safe-text";
import { Capped } from "@/components/ui/capped";
import type { UnreadField } from "@/lib/messages/unread-fields";

const maxNameLength = 200;
const maxValueLength = 5000;

/** Undocumented fields, by the names they were sent with. */
export function FieldTable({ fields }: { fields: readonly UnreadField[] }) {
  return (
    <Capped items={fields} noun="fields">
      {(shown) => (
        <dl className="grid grid-cols-[fit-content(9rem)_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
          {shown.map(({ item: { path, value }, index }) => (
            <div key={index} className="contents">
              <dt className="max-w-48 min-w-0 font-mono text-muted [overflow-wrap:anywhere]">
                <SafeText text={nameOf(path)} />
              </dt>
              <dd className="min-w-0 whitespace-pre-wrap text-text [overflow-wrap:anywhere]">
                <SafeText text={shortened(String(value), maxValueLength)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Capped>
  );
}

function nameOf(path: string): string {
  return shortened(path.replace(/^payload\./, "") || "value", maxNameLength);
}

function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength).toWellFormed()}… (${text.length.toLocaleString("en")} characters)`;
}
