"use client";

import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useCan } from "@/components/access/viewer-context";
import { MomentPanel } from "@/components/difference/moment-panel";
import { AsOfBar } from "@/components/panels/as-of-bar";
import { chargeSpans } from "@/components/playhead/charge-spans";
import { usePlayhead } from "@/components/playhead/playhead";
import { PlayheadBar } from "@/components/playhead/playhead-bar";
import { PlayheadBarSkeleton } from "@/components/playhead/playhead-bar-skeleton";
import { useQuestionsKey, useQuestionsView } from "@/components/questions/use-questions-view";
import { buildRows } from "@/components/timeline/build-rows";
import { passes } from "@/components/timeline/entry-filter";
import { Timeline } from "@/components/timeline/timeline";
import { useTimeDisplay } from "@/components/times/time-display";
import { usePrint } from "@/components/ui/hooks/use-print";
import { usePrintTitle } from "@/components/ui/hooks/use-print-title";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Event } from "@/lib/events/event";
import { assigneeSpans } from "@/lib/fold/log/assignee-spans";
import { FindBar } from "./find-bar";
import { HiddenNotice } from "./hidden-notice";
import { IncompleteNotice } from "./incomplete-notice";
import { InspectorHeader } from "./inspector-header";
import { InspectorSkeleton } from "./inspector-skeleton";
import { OutlineMenu } from "./outline-menu";
import { SidePanel } from "./side-panel";
import { type SheetHeight, StateSheet } from "./state-sheet";
import { StrayEventNotice } from "./stray-event-notice";
import { useConversationLog } from "./use-conversation-log";
import { useEntryFilter } from "./use-entry-filter";
import { useFind } from "./use-find";
import { useFoldedRuns } from "./use-folded-runs";
import { useMoment } from "./use-moment";
import { useWide } from "./use-wide";

const RevealNotice = lazy(() => import("@/components/reveal/reveal-notice"));
const QuestionsView = lazy(() => import("@/components/questions/questions-view"));

interface InspectorPanesProps {
  /** The current state from the server. */
  now: ConversationAnswer;
  events: readonly Event[];
  /** False while only the last events of a long conversation are loaded. */
  complete: boolean;
  /** Retries loading the other events; null if nothing failed. */
  onRetry: (() => void) | null;
}

/** The conversation and its state, side by side on a wide screen; on a narrow one, the state is a sheet above the strip. */
export function InspectorPanes({ now, events, complete, onRetry }: InspectorPanesProps) {
  const { index, strayEventId } = usePlayhead();
  const { dayKey } = useTimeDisplay();
  const isMasked = !useCan("personal");
  const log = useConversationLog(events);
  const moment = useMoment({ now, events, complete, index });
  const runs = useFoldedRuns();
  const find = useFind(events);
  const filtering = useEntryFilter(events);
  const questions = useQuestionsView();
  useQuestionsKey(questions.toggle);
  const isWide = useWide();
  const printing = usePrint();
  usePrintTitle(now.title);
  const [panelOpen, setPanelOpen] = useState(true);
  const [sheet, setSheet] = useState<SheetHeight | null>(null);

  const { gaps } = now;
  const { isFolded } = runs;
  const { filter } = filtering;
  const rows = useMemo(
    () =>
      buildRows({ ...log, events, gaps, dayOf: dayKey, isFolded, isShown: (event: Event) => passes(event, filter) }),
    [log, events, gaps, dayKey, isFolded, filter],
  );
  const eventIds = useMemo(() => events.map((event) => event.id), [events]);
  const gapIndexes = useMemo(() => {
    const after = new Set(gaps.map((gap) => gap.afterEventId));
    return eventIds.flatMap((id, place) => (after.has(id) ? [place] : []));
  }, [gaps, eventIds]);
  const charge = useMemo(() => {
    const indexes = new Map(eventIds.map((id, place) => [id, place]));
    return chargeSpans(assigneeSpans(now), (id) => indexes.get(id));
  }, [eventIds, now]);
  const togglePanel = useCallback(() => {
    if (isWide) setPanelOpen((open) => !open);
    else setSheet((height) => (height === null ? "half" : null));
  }, [isWide]);

  // The linked event is earlier than the loaded ones.
  if (moment === null || (!complete && strayEventId !== null && !onRetry)) return <InspectorSkeleton />;
  const state = (
    <MomentPanel conversation={moment} now={now} events={events} complete={complete} log={log} changedFirst={!isWide} />
  );
  return (
    <div className="flex h-full min-h-0 w-full">
      <div className="flex min-w-0 flex-1 flex-col">
        <InspectorHeader
          conversation={moment}
          events={events}
          panelOpen={isWide ? panelOpen : sheet !== null}
          onTogglePanel={togglePanel}
          onFind={find.open}
          questions={questions}
          runs={runs}
          filtering={filtering}
          outline={<OutlineMenu conversation={now} events={events} log={log} />}
        />
        {isMasked && (
          <Suspense>
            <RevealNotice conversationKey={now.key} />
          </Suspense>
        )}
        {find.isOpen && <FindBar find={find} />}
        <HiddenNotice filtering={filtering} total={events.length} />
        {complete && <StrayEventNotice />}
        {onRetry && <IncompleteNotice complete={complete} onRetry={onRetry} />}
        {!(isWide && panelOpen) && <AsOfBar events={events} />}
        <div className="relative flex min-h-0 flex-1 flex-col">
          <div inert={!isWide && sheet === "full"} className="flex min-h-0 flex-1 flex-col">
            {questions.isOpen && !find.isOpen ? (
              <Suspense fallback={<div className="min-h-0 flex-1" />}>
                <QuestionsView
                  conversationKey={now.key}
                  events={events}
                  complete={complete}
                  log={log}
                  onClose={questions.toggle}
                />
              </Suspense>
            ) : (
              <Timeline
                rows={rows}
                eventIds={eventIds}
                onToggleRun={runs.toggle}
                find={find}
                at={events[index]?.occurredAt ?? null}
              />
            )}
          </div>
          {!isWide && sheet !== null && (
            <StateSheet height={sheet} onHeight={setSheet}>
              {state}
            </StateSheet>
          )}
        </div>
        {printing && <div className="break-before-page pt-4">{state}</div>}
        {complete ? (
          <PlayheadBar events={events} gapIndexes={gapIndexes} charge={charge} />
        ) : (
          <PlayheadBarSkeleton eventCount={now.eventCount} />
        )}
      </div>
      {isWide && panelOpen && (
        <SidePanel label="State of the conversation">
          <AsOfBar events={events} />
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{state}</div>
        </SidePanel>
      )}
    </div>
  );
}
