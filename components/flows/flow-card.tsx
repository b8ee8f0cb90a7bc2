import { countText, shareText } from "@/components/analytics/count-text";
import { classNames } from "@/components/ui/class-names";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { cardHeight, type PlacedNode } from "./flow-layout";
import { outcomeHref } from "./flow-links";
import { cutTo, outcomeNames, titleOf, typeWord } from "./flow-words";
import { outcomeFill } from "./outcome-fill";

interface FlowCardProps {
  node: PlacedNode;
  href: string;
  /** The only mark of the map that Tab reaches. */
  isFirst: boolean;
  /** It is what was searched for. */
  isFound: boolean;
  /** It is on the path of the chosen conversation. */
  isOnPath: boolean;
  /** Its share of abandoned showings is what the sentence above the map is about. */
  isWorst: boolean;
}

const inset = 12;

/** A prompt on the map: a link to its page, and a bar of its outcomes, each a link to its conversations. */
export function FlowCard({ node, href, isFirst, isFound, isOnPath, isWorst }: FlowCardProps) {
  const { prompt, x, y, width, column, again } = node;
  const { shown, abandoned } = prompt;
  const title = titleOf(prompt);
  const leave = shareText(abandoned, shown);
  const repeated = again.reduce((sum, { count }) => sum + count, 0);
  const details = [typeWord(prompt.type), `${countText(shown)} shown`, ...(repeated > 0 ? [`${repeated} again`] : [])];
  const label = `${title}: ${details.join(", ")}${isOnPath ? ", on the path of the conversation" : ""}`;
  return (
    <g transform={`translate(${x} ${y})`}>
      <a
        href={href}
        data-mark
        data-prompt={prompt.id}
        data-column={`column ${column}`}
        tabIndex={isFirst ? 0 : -1}
        aria-label={label}
        className="group/card outline-none"
      >
        <title>{label}</title>
        <rect
          width={width}
          height={cardHeight}
          rx="8"
          className={classNames(
            isFound ? "fill-mark" : "fill-pane",
            isOnPath ? "stroke-accent stroke-2" : "stroke-line-strong group-hover/card:stroke-text",
            "group-focus-visible/card:stroke-accent group-focus-visible/card:stroke-2",
          )}
        />
        <text x={inset} y="21" className="fill-text text-sm font-medium">
          {cutTo(title, 29)}
        </text>
        <text x={inset} y="39" className="tabular fill-muted text-2xs">
          {details.join(" · ")}
        </text>
      </a>
      {leave !== "–" && abandoned !== 0 && (
        <a
          href={outcomeHref(prompt, "abandoned")}
          data-mark
          tabIndex={-1}
          aria-label={`${title}: ${countText(abandoned)} abandoned, ${leave}`}
          className="outline-none hover:underline focus-visible:underline"
        >
          <text
            x={width - inset}
            y="39"
            textAnchor="end"
            className={classNames("tabular text-2xs", isWorst ? "fill-warning font-medium" : "fill-muted")}
          >
            {leave} leave
          </text>
        </a>
      )}
      <OutcomeBar node={node} />
    </g>
  );
}

/** All showings of a prompt by what became of them. */
function OutcomeBar({ node: { prompt, width } }: { node: PlacedNode }) {
  const { shown } = prompt;
  const all = width - 2 * inset;
  if (shown === null || shown === 0) return null;
  let left = inset;
  return (
    <>
      <rect x={inset} y="48" width={all} height="6" rx="2" className="fill-hover" />
      {stepOutcomes.map((outcome) => {
        const count = prompt[outcome];
        if (count === null || count === 0) return null;
        const part = { x: left, width: (count / shown) * all };
        left += part.width;
        const name = `${titleOf(prompt)}: ${count.toLocaleString("en")} ${outcomeNames[outcome]}, ${shareText(count, shown)}`;
        return (
          <a
            key={outcome}
            href={outcomeHref(prompt, outcome)}
            data-mark
            data-outcome={outcome}
            tabIndex={-1}
            aria-label={name}
            className="group/part outline-none"
          >
            <title>{name}</title>
            <rect {...part} y="43" height="16" className="fill-transparent" />
            <rect
              {...part}
              y="48"
              height="6"
              {...outcomeFill[outcome]}
              strokeWidth="1"
              className={classNames(
                outcomeFill[outcome].className,
                "group-hover/part:stroke-text group-focus-visible/part:stroke-accent",
              )}
            />
          </a>
        );
      })}
    </>
  );
}
