import { CellNumber } from "@/components/analytics/cell-number";
import { valueText } from "@/components/analytics/cell-text";
import { shareText } from "@/components/analytics/count-text";
import { Figure } from "@/components/analytics/figure";
import { cellsTable } from "@/components/analytics/table-classes";
import { choiceOf } from "./flow-words";
import type { PromptFigureProps } from "./prompt-figures";
import { Count } from "./prompts-table";

/** What visitors answered, and after how long. */
export function AnswersFigure({ detail: { prompt, answers }, csv }: PromptFigureProps) {
  const [first] = answers;
  const { answerTime } = prompt;
  const time =
    answerTime.value === null ? "" : ` The median time to answer is ${valueText("duration", answerTime.value)}.`;
  const most =
    first === undefined
      ? "Answers to this prompt are not choices."
      : `“${choiceOf(first)}” was chosen most often (${first.count.toLocaleString("en")} times).`;
  return (
    <Figure
      title="Answers"
      finding={most + time}
      csv={csv}
      table={
        answers.length > 0 && (
          <table className={cellsTable}>
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col">Times</th>
                <th scope="col">Share of showings</th>
                <th scope="col">Time, median</th>
                <th scope="col">90&nbsp;% within</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ answer, title, count, time, conversations }) => (
                <tr key={answer}>
                  <th scope="row" dir="auto">
                    {choiceOf({ title })}
                  </th>
                  <td>
                    <Count count={count} href={`/?${conversations}`} />
                  </td>
                  <td>{shareText(count, prompt.shown)}</td>
                  <td className="whitespace-nowrap">
                    <CellNumber cell={time} unit="duration" />
                  </td>
                  <td className="whitespace-nowrap">{time.p90 !== undefined && valueText("duration", time.p90)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    />
  );
}
