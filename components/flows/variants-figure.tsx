import { Figure } from "@/components/analytics/figure";
import { HiddenNote } from "@/components/analytics/hidden-note";
import { minuteFormat } from "@/components/analytics/period-names";
import { cellsTable } from "@/components/analytics/table-classes";
import type { PromptFigureProps } from "./prompt-figures";
import { Count } from "./prompts-table";

/** The texts of a prompt: edits and translations. */
export function VariantsFigure({ detail: { variants }, search: { tz }, csv }: PromptFigureProps) {
  const format = minuteFormat(tz);
  return (
    <Figure
      title="Variants"
      finding={
        variants.length === 1
          ? "The prompt had one text in this period."
          : `The prompt had ${variants.length} texts in this period: edits, translations, or different values.`
      }
      csv={csv}
      notes={<HiddenNote cells={[]} counts={variants.map(({ shown }) => shown)} />}
      table={
        <table className={cellsTable}>
          <thead>
            <tr>
              <th scope="col">Text</th>
              <th scope="col">First seen</th>
              <th scope="col">Last seen</th>
              <th scope="col">Shown</th>
            </tr>
          </thead>
          <tbody>
            {variants.map(({ id, title, firstSeen, lastSeen, shown, conversations }) => (
              <tr key={id}>
                <th scope="row" dir="auto" className="min-w-40">
                  {title ?? "Hidden title"}
                </th>
                <td className="whitespace-nowrap">{format.format(Date.parse(firstSeen))}</td>
                <td className="whitespace-nowrap">{format.format(Date.parse(lastSeen))}</td>
                <td>
                  <Count count={shown} href={`/?${conversations}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
