"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { isChosen } from "@/lib/messages/is-chosen";
import { readMessageText } from "@/lib/messages/message-text";
import type { ReadMessage } from "@/lib/messages/read-message";
import { Pill } from "./pill";
import { VisitorWords } from "./visitor-words";

const shownAtOnce = 24;

export interface ChoiceListProps {
  choices: readonly { title: string; webUrl: string }[];
  layout: "horizontal" | "vertical";
  answer: ReadMessage | null;
  multiple?: boolean;
}

/** The buttons of a prompt with the chosen ones marked; of a long list the first, the chosen, and the rest on demand. */
export function ChoiceList({ choices, layout, answer, multiple = false }: ChoiceListProps) {
  const [all, setAll] = useState(false);
  const marked = choices.map((choice, index) => ({
    ...choice,
    key: `${index} ${choice.title}`,
    chosen: isChosen(answer, choice.title, index),
    folded: !all && index >= shownAtOnce,
  }));
  const hidden = marked.filter((choice) => choice.folded && !choice.chosen).length;
  const other = answer?.recognised === true && !marked.some((choice) => choice.chosen) ? readMessageText(answer, "visitor") : "";
  return (
    <>
      <ul className={classNames("flex gap-1.5", layout === "vertical" ? "flex-col" : "flex-wrap")}>
        {marked.map(({ key, title, webUrl, chosen, folded }) => (
          <li key={key} className={classNames("max-w-full min-w-0", folded && !chosen && "hidden print:block")}>
            <Pill title={title} webUrl={webUrl} chosen={chosen} multiple={multiple} wide={layout === "vertical"} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="text-left text-xs text-muted underline print:hidden"
        >
          Show {hidden} more
        </button>
      )}
      {other !== "" && <AnsweredOtherwise text={other} />}
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
