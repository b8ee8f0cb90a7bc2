import { Capped } from "@/components/ui/capped";
import { classNames } from "@/components/ui/class-names";
import { chosenBy } from "@/lib/messages/chosen-by";
import { readMessageText } from "@/lib/messages/message-text";
import type { ReadMessage } from "@/lib/messages/read-message";
import { Pill } from "./pill";
import { VisitorWords } from "./visitor-words";

export interface ChoiceListProps {
  choices: readonly { title: string; webUrl: string }[];
  layout: "horizontal" | "vertical";
  answer: ReadMessage | null;
  multiple?: boolean;
}

/**
 * The choices of a prompt with the chosen ones marked; of a long list the first ones and the chosen ones, with the rest on
 * demand.
 */
export function ChoiceList({ choices, layout, answer, multiple = false }: ChoiceListProps) {
  const isChosen = chosenBy(answer);
  const isOther = answer?.recognised === true && !choices.some(({ title }, index) => isChosen(title, index));
  return (
    <>
      <Capped items={choices} noun="choices" isKept={({ title }, index) => isChosen(title, index)}>
        {(shown) => (
          <ul className={classNames("flex gap-1.5", layout === "vertical" ? "flex-col" : "flex-wrap")}>
            {shown.map(({ item: { title, webUrl }, index }) => (
              <li key={index} className="max-w-full min-w-0">
                <Pill
                  title={title}
                  webUrl={webUrl}
                  chosen={isChosen(title, index)}
                  multiple={multiple}
                  wide={layout === "vertical"}
                />
              </li>
            ))}
          </ul>
        )}
      </Capped>
      {isOther && <AnsweredOtherwise text={readMessageText(answer, "visitor")} />}
    </>
  );
}

function AnsweredOtherwise({ text }: { text: string }) {
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 text-xs text-muted">
      Answered{" "}
      <VisitorWords>
        <Pill title={text} chosen />
      </VisitorWords>
    </p>
  );
}
