import { shareText } from "@/components/analytics/count-text";
import { classNames } from "@/components/ui/class-names";
import type { FlowPrompt } from "@/lib/api/schemas/flows";
import { edgeName } from "@/lib/filters/definitions/flow/went";
import { formatDuration } from "@/lib/time/duration";
import type { PlacedRibbon } from "./flow-layout";
import { answerOf, cutTo, type namesOf } from "./flow-words";

interface FlowRibbonProps {
  ribbon: PlacedRibbon;
  nameOf: ReturnType<typeof namesOf>;
  /** Where it begins; undefined for an origin. */
  from: FlowPrompt | undefined;
  /** The edges on the path of the chosen conversation. */
  path: ReadonlySet<string>;
}

/** The lines of the answers that lead from one prompt to another: each a link to its conversations. */
export function FlowRibbon({ ribbon, nameOf, from, path }: FlowRibbonProps) {
  return (
    <>
      {ribbon.placed.map(({ edge, width, path: line }) => {
        const answer = edge.answer === null ? "" : `, ${answerOf(edge)}`;
        const share = from === undefined ? "" : `, ${shareText(edge.count, from.shown)}`;
        const time = edge.medianMs === null ? "" : `, answered after ${formatDuration(edge.medianMs)} (median)`;
        const label = `From ${nameOf(edge.from, "from")}${answer} to ${nameOf(edge.to, "to")}: ${edge.count.toLocaleString("en")}${share}${time}`;
        const isOnPath = path.has(edgeName(edge));
        return (
          <a
            key={edgeName(edge)}
            href={`/?${edge.conversations}`}
            data-mark
            data-edge={edgeName(edge)}
            tabIndex={-1}
            aria-label={label}
            className="group/edge outline-none"
          >
            <title>{label}</title>
            {/* Wide enough for a pointer. */}
            <path d={line} fill="none" strokeWidth={Math.max(10, width)} className="stroke-transparent" />
            <path
              d={line}
              fill="none"
              strokeWidth={width}
              strokeDasharray={ribbon.isBack ? "6 3" : undefined}
              markerEnd={ribbon.isBack ? "url(#back)" : undefined}
              className={classNames(
                isOnPath ? "stroke-accent/70" : "stroke-visitor/30 group-hover/edge:stroke-visitor/60",
                "group-focus-visible/edge:stroke-accent",
              )}
            />
          </a>
        );
      })}
    </>
  );
}

/** The words on the lines: the answer, and the share of the showings that went this way. */
export function RibbonWords({ ribbon: { edges, count, x, y }, from }: Pick<FlowRibbonProps, "ribbon" | "from">) {
  const [first, ...more] = edges;
  if (first === undefined || from === undefined) return null;
  const choices = edges.filter(({ answer }) => answer !== null);
  const answer =
    more.length > 0 ? `${choices.length} answers` : first.answer === null ? "" : cutTo(answerOf(first), 14);
  return (
    <text
      x={x}
      y={y + 4}
      textAnchor="middle"
      className="tabular pointer-events-none fill-muted stroke-background stroke-[3px] text-2xs [paint-order:stroke]"
    >
      {`${answer} ${shareText(count, from.shown)}`.trim()}
    </text>
  );
}
