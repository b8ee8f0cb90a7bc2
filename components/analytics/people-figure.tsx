import type { People } from "@/lib/api/schemas/analytics";
import { actorName } from "@/lib/events/actor-name";
import { type AnalyticsSearch, csvHref } from "./analytics-search";
import { CellNumber } from "./cell-number";
import { valueText } from "./cell-text";
import { Figure } from "./figure";
import { peopleFinding } from "./findings";
import { HiddenNote } from "./hidden-note";
import { cellsTable } from "./table-classes";

interface PeopleFigureProps {
  people: Promise<People>;
  search: AnalyticsSearch;
}

/** What each person did in the period's conversations. */
export async function PeopleFigure({ people, search }: PeopleFigureProps) {
  const { data } = await people;
  const cells = data.flatMap(({ conversations, messages, replyTime, closes }) => [
    ...[conversations, messages, replyTime, closes],
  ]);
  return (
    <Figure
      title="People"
      finding={peopleFinding(data, personName)}
      csv={csvHref("analytics/people", search)}
      notes={<HiddenNote cells={cells} />}
      table={
        data.length > 0 && (
          <table className={cellsTable}>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Conversations</th>
                <th scope="col">Messages</th>
                <th scope="col">Reply time, median</th>
                <th scope="col">90&nbsp;% within</th>
                <th scope="col">Closed</th>
              </tr>
            </thead>
            <tbody>
              {data.map((person) => (
                <tr key={person.id}>
                  <th scope="row" dir="auto" title={person.email ?? person.id} className="max-w-52 truncate">
                    {personName(person)}
                  </th>
                  <td>
                    <CellNumber cell={person.conversations} />
                  </td>
                  <td>
                    <CellNumber cell={person.messages} />
                  </td>
                  <td className="whitespace-nowrap">
                    <CellNumber cell={person.replyTime} unit="duration" />
                  </td>
                  <td className="whitespace-nowrap">
                    {person.replyTime.p90 !== undefined && valueText("duration", person.replyTime.p90)}
                  </td>
                  <td>
                    <CellNumber cell={person.closes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    />
  );
}

function personName({ id, name, email }: Pick<People["data"][number], "id" | "name" | "email">): string {
  return actorName({ type: "user", id, email, name });
}
