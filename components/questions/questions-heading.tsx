"use client";

import { Copy, Download } from "lucide-react";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { notify } from "@/components/ui/notices/notify";
import { addressOf } from "@/lib/api/client/address-of";
import { sendRequest } from "@/lib/api/client/send-request";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Question } from "@/lib/fold/questionnaire";
import { formatDuration } from "@/lib/time/duration";
import { questionFigures } from "./question-figures";

interface QuestionsHeadingProps {
  conversationKey: string;
  questions: readonly Question[];
  /** The id of the event at the playhead; null at the end. */
  at: string | null;
}

/** Totals over all questions, and the export of the table. */
export function QuestionsHeading({ conversationKey, questions, at }: QuestionsHeadingProps) {
  const { asked, answered, typed, unanswered, medianMs } = useMemo(() => questionFigures(questions), [questions]);
  const table = addressOf(endpoints.listQuestions, {
    path: { key: conversationKey },
    query: { format: "csv", at: at ?? undefined },
  });
  const facts = [
    `${asked} ${asked === 1 ? "question" : "questions"}`,
    `${answered} answered`,
    typed > 0 && `${typed} answered with a different reply`,
    unanswered > 0 && `${unanswered} ${at === null ? "never answered" : "not answered yet"}`,
    medianMs !== null && `median answer time ${formatDuration(medianMs)}`,
  ].filter((fact) => fact !== false);

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-3 sm:px-4">
      <h2 className="sr-only">Questions</h2>
      <p className="tabular min-w-0 flex-1 basis-60 text-sm text-muted">{facts.join(" · ")}</p>
      <div className="flex gap-2 print:hidden">
        <Button size="small" onClick={() => void copyTable(table)}>
          <Copy />
          Copy CSV
        </Button>
        <Button size="small" asChild>
          <a href={table} download>
            <Download />
            CSV
          </a>
        </Button>
      </div>
    </div>
  );
}

async function copyTable(path: string): Promise<void> {
  try {
    const text = await (await sendRequest(path)).text();
    if (await copyText(text)) notify.success("Table copied");
    else notify.error("The browser did not allow copying. Download the table instead.");
  } catch (error) {
    notify.error(error instanceof Error ? error.message : "The table could not be loaded.");
  }
}
