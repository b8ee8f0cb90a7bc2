import type { Cell, MetricBreakdown, MetricSeries, MetricSummary, People } from "@/lib/api/schemas/analytics";
import { changeOf, valueText } from "./cell-text";
import { countOf } from "./count-text";

/** The most important number of the cards, in a sentence. */
export function summaryFinding({ metrics, previous }: MetricSummary): string {
  const { botOnly, started } = metrics;
  if (botOnly?.value == null) {
    if (started?.value == null) return "The numbers of this period are not available.";
    return `${countOf(started.value, "conversation")} started.`;
  }
  const change = changeOf("botOnly", botOnly, previous?.botOnly);
  const share = valueText("share", botOnly.value);
  const compared = change === null ? "" : change.text === "no change" ? ", as before" : `, ${change.text} than before`;
  return `The bot handled ${share} of the settled conversations alone${compared}.`;
}

/** When most conversations started. */
export function volumeFinding(data: MetricSeries["data"], phraseOf: (from: string) => string): string {
  const counts = data.map(({ cell }) => cell.value ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const highest = data.find(({ cell }) => cell.value === Math.max(...counts));
  if (total === 0 || highest === undefined) return "No numbers to show in this period.";
  const most = `${phraseOf(highest.from)} (${(highest.cell.value ?? 0).toLocaleString("en")})`;
  return hasHidden(data)
    ? `Most conversations started ${most}.`
    : `${countOf(total, "conversation")} started, the most ${most}.`;
}

/** Fewer reply times say little about a person. */
const fewestReplies = 30;

type Person = People["data"][number];

/** Who wrote in the most conversations, and whose replies were the fastest. */
export function peopleFinding(data: People["data"], nameOf: (person: Person) => string): string {
  if (data.length === 0) return "No person wrote or closed a conversation.";
  const [busiest] = data.filter(({ conversations }) => (conversations.value ?? 0) > 0);
  if (busiest === undefined) return "No numbers to show for people in this period.";
  const [fastest, second] = data
    .filter(({ replyTime: { value, n } }) => value !== null && n >= fewestReplies)
    .sort((a, b) => (a.replyTime.value ?? 0) - (b.replyTime.value ?? 0));
  const most = `${nameOf(busiest)} wrote in the most conversations (${(busiest.conversations.value ?? 0).toLocaleString("en")})`;
  if (fastest === undefined || second === undefined) return `${most}.`;
  return `${most}; ${nameOf(fastest)} has the shortest median reply time (${valueText("duration", fastest.replyTime.value ?? 0)}).`;
}

/** The hour of the week with the most conversations. */
export function hoursFinding(data: MetricBreakdown["data"], tz: string): string {
  const counts = data.map(({ cell }) => cell.value ?? 0);
  const most = Math.max(0, ...counts);
  const busiest = data.find(({ cell }) => cell.value === most);
  if (most === 0 || busiest === undefined) return "No numbers to show in this period.";
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ofAll = hasHidden(data) ? "" : ` of ${total.toLocaleString("en")}`;
  return `The busiest hour is ${busiest.name} (${tz}), with ${most.toLocaleString("en")}${ofAll} conversations.`;
}

/** Whether some of the numbers are not shown, so that their sum is too low. */
function hasHidden(data: readonly { cell: Cell }[]): boolean {
  return data.some(({ cell }) => cell.value === null);
}
