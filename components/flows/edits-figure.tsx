import { changeColor, pointsText } from "@/components/analytics/change-words";
import { countText, shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { HiddenNote } from "@/components/analytics/hidden-note";
import { cellsTable } from "@/components/analytics/table-classes";
import { classNames } from "@/components/ui/class-names";
import type { FlowPromptDetail } from "@/lib/api/schemas/flows";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { outcomeNames } from "./flow-words";
import type { PromptFigureProps } from "./prompt-figures";
import { shareChange } from "./share-change";

type Edit = FlowPromptDetail["edits"][number];

/** Seven days before and after each edit. */
export function EditsFigure({ detail: { edits }, search: { tz }, csv }: PromptFigureProps) {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: tz });
  const last = edits.at(-1);
  return (
    <div id="edits" className="scroll-mt-4">
      <Figure
        title="Before and after edits"
        finding={last === undefined ? noEdits : findingOf(last, format)}
        csv={csv}
        notes={
          <HiddenNote
            cells={[]}
            counts={edits.flatMap(({ before, after }) =>
              [before, after].flatMap((week) => [week.shown, ...stepOutcomes.map((outcome) => week[outcome])]),
            )}
          />
        }
        table={
          edits.length > 0 &&
          edits.toReversed().map((edit) => <EditTable key={edit.variant} edit={edit} format={format} />)
        }
      />
    </div>
  );
}

const noEdits = "No new text replaced another one in this period.";

function findingOf({ at, before, after }: Edit, format: Intl.DateTimeFormat): string {
  const change = shareChange(before, after, "answered");
  const day = format.format(Date.parse(at));
  if (change === null) return `The text changed on ${day}; the weeks before and after have no numbers to compare.`;
  if (change.points === 0)
    return `The text changed on ${day}; in the week after, as large a share was answered as before.`;
  return `The text changed on ${day}: ${pointsText(change.points)} of the showings were answered in the week after.`;
}

function EditTable({ edit: { at, title, before, after }, format }: { edit: Edit; format: Intl.DateTimeFormat }) {
  return (
    <table className={classNames(cellsTable, "mb-4")}>
      <caption className="pb-1 text-left">
        {format.format(Date.parse(at))}: <bdi className="font-medium">{title ?? "Hidden title"}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">7 days before</th>
          <th scope="col">Share</th>
          <th scope="col">7 days after</th>
          <th scope="col">Share</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Shown</th>
          <td>{countText(before.shown)}</td>
          <td />
          <td>{countText(after.shown)}</td>
          <td />
          <td />
        </tr>
        {stepOutcomes.map((outcome) => {
          const change = shareChange(before, after, outcome);
          return (
            <tr key={outcome}>
              <th scope="row" className="first-letter:uppercase">
                {outcomeNames[outcome]}
              </th>
              <td>{countText(before[outcome])}</td>
              <td>{shareText(before[outcome], before.shown)}</td>
              <td>{countText(after[outcome])}</td>
              <td>{shareText(after[outcome], after.shown)}</td>
              <td className={classNames(change !== null && changeColor(change.isBetter))}>
                {change === null ? "–" : pointsText(change.points)}
                {change !== null && change.isBetter !== null && (change.isBetter ? ", better" : ", worse")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
