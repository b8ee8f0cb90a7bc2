"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ListChecks } from "lucide-react";
import { useCallback, useRef } from "react";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { EmptyState } from "@/components/ui/empty-state";
import { usePrint } from "@/components/ui/hooks/use-print";
import { Skeleton } from "@/components/ui/skeleton";
import type { Event } from "@/lib/events/event";
import type { ConversationLog } from "@/lib/fold/log/conversation-log";
import { QuestionRow } from "./question-row";
import { QuestionsHeading } from "./questions-heading";
import { useQuestionnaire } from "./use-questionnaire";

/** With fewer rows, all are rendered, so that the browser's search and screen readers reach everything. */
const drawnWithoutWindow = 150;

interface QuestionsViewProps {
  conversationKey: string;
  events: readonly Event[];
  /** False while only the last events of a long conversation are loaded. */
  complete: boolean;
  log: ConversationLog;
  /** Returns to the timeline. */
  onClose: () => void;
}

/** The conversation as a questionnaire, at the playhead. */
export default function QuestionsView({ conversationKey, events, complete, log, onClose }: QuestionsViewProps) {
  const { index, atNow } = usePlayhead();
  const { moveToEvent } = usePlayheadControls();
  const scroller = useRef<HTMLElement>(null);
  const read = useQuestionnaire(events, index, log);
  const questions = complete ? read : null;
  const count = questions?.length ?? 0;
  const currentId = atNow ? null : (events[index]?.id ?? null);
  const goTo = useCallback(
    (eventId: string) => {
      moveToEvent(eventId);
      onClose();
    },
    [moveToEvent, onClose],
  );

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 60,
    overscan: 10,
  });
  const drawAll = usePrint() || count <= drawnWithoutWindow;
  const items = drawAll ? null : virtualizer.getVirtualItems();
  const above = items?.[0]?.start ?? 0;
  const below = items === null ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const shown = items === null ? Array.from({ length: count }, (_, place) => place) : items.map((item) => item.index);

  return (
    <section
      ref={scroller}
      aria-label="Questions"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain bg-background outline-offset-[-2px]"
    >
      {questions === null && <Waiting />}
      {questions !== null && count === 0 && (
        <EmptyState
          icon={<ListChecks />}
          title={atNow ? "No questions in this conversation" : "No questions up to this event"}
          className="h-full"
        >
          Buttons, lists, forms and other prompts appear here with their answers, and questions whose answer was stored
          in a variable.
        </EmptyState>
      )}
      {questions !== null && count > 0 && (
        <>
          <QuestionsHeading conversationKey={conversationKey} questions={questions} at={currentId} />
          <div data-questions="" style={{ paddingTop: above, paddingBottom: below }}>
            <table aria-rowcount={count + 1} className="w-full table-fixed text-sm">
              <colgroup>
                <col className="w-10 max-sm:hidden" />
                <col />
                <col />
                <col className="w-20 max-md:hidden" />
                <col className="w-1/4 max-lg:hidden" />
              </colgroup>
              <thead className="sticky top-0 z-10 bg-background text-xs text-muted shadow-[inset_0_-1px_var(--line)]">
                <tr>
                  <th scope="col" className="max-sm:hidden">
                    <span className="sr-only">Number</span>
                  </th>
                  <th scope="col" className={heading}>
                    Question
                  </th>
                  <th scope="col" className={heading}>
                    Answer
                  </th>
                  <th scope="col" className={`${heading} text-right! max-md:hidden`}>
                    Took
                  </th>
                  <th scope="col" className={`${heading} max-lg:hidden`}>
                    Sets
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((place) => {
                  const question = questions[place];
                  return (
                    question && (
                      <QuestionRow
                        key={question.promptId}
                        ref={virtualizer.measureElement}
                        question={question}
                        number={place + 1}
                        isCurrent={currentId !== null && [question.promptId, question.answerId].includes(currentId)}
                        atNow={atNow}
                        onGoTo={goTo}
                      />
                    )
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

const heading = "px-2 py-1.5 text-left font-medium first:pl-3 max-sm:nth-2:pl-3";

function Waiting() {
  return (
    <div role="status" aria-label="Loading the questions" className="space-y-4 p-4">
      {["w-4/5", "w-3/5", "w-2/3", "w-1/2"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
