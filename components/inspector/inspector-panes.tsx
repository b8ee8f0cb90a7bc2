"use client";

import { useCallback, useMemo, useState } from "react";
import { MomentPanel } from "@/components/difference/moment-panel";
import { AsOfBar } from "@/components/panels/as-of-bar";
import { chargeSpans } from "@/components/playhead/charge-spans";
import { usePlayhead } from "@/components/playhead/playhead";
import { PlayheadBar } from "@/components/playhead/playhead-bar";
import { PlayheadBarSkeleton } from "@/components/playhead/playhead-bar-skeleton";
import { QuestionsView } from "@/components/questions/questions-view";
import { useQuestionsKey, useQuestionsView } from "@/components/questions/use-questions-view";
import { buildRows } from "@/components/timeline/build-rows";
import { passes } from "@/components/timeline/entry-filter";
import { Timeline } from "@/components/timeline/timeline";
import { useTimeDisplay } from "@/components/times/time-display";
import { usePrint } from "@/components/ui/hooks/use-print";
import { usePrintTitle } from "@/components/ui/hooks/use-print-title";
import { Sheet, SheetContent } from "@/components/ui/sheet";
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
import { StrayEventNotice } from "./stray-event-notice";
import { useConversationLog } from "./use-conversation-log";
import { useEntryFilter } from "./use-entry-filter";
import { useFind } from "./use-find";
import { useFoldedRuns } from "./use-folded-runs";
import { useMoment } from "./use-moment";
import { useWide } from "./use-wide";

interface InspectorPanesProps {
  /** The state now, as the server tells it. */
  now: ConversationAnswer;
  events: readonly Event[];
  /** False while only the last events of a long conversation are there. */
  complete: boolean;
  /** The other events could not be loaded; null while nothing went wrong. */
  onRetry: (() => void) | null;
}

/** The conversation and its state, side by side on a wide screen; below that the state is a sheet. */
export function InspectorPanes({ now, events, complete, onRetry }: InspectorPanesProps) {
  const { index, strayEventId } = usePlayhead();
  const { dayKey } = useTimeDisplay();
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
  const [sheetOpen, setSheetOpen] = useState(false);

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
    else setSheetOpen((open) => !open);
  }, [isWide]);

  // The link's moment lies before the events that are there already.
  if (moment === null || (!complete && strayEventId !== null && !onRetry)) return <InspectorSkeleton />;
  const state = <MomentPanel conversation={moment} now={now} events={events} complete={complete} log={log} />;
  return (
    <div className="flex h-full min-h-0 w-full">
      <div className="flex min-w-0 flex-1 flex-col">
        <InspectorHeader
          conversation={moment}
          events={events}
          panelOpen={isWide ? panelOpen : sheetOpen}
          onTogglePanel={togglePanel}
          onFind={find.open}
          questions={questions}
          runs={runs}
          filtering={filtering}
          outline={<OutlineMenu events={events} exchanges={log.exchanges} gaps={gaps} />}
        />
        {find.isOpen && <FindBar find={find} />}
        <HiddenNotice filtering={filtering} total={events.length} />
        {complete && <StrayEventNotice />}
        {onRetry && <IncompleteNotice complete={complete} onRetry={onRetry} />}
        {!(isWide && panelOpen) && <AsOfBar events={events} />}
        {questions.isOpen && !find.isOpen ? (
          <QuestionsView
            conversationKey={now.key}
            events={events}
            complete={complete}
            log={log}
            onClose={questions.toggle}
          />
        ) : (
          <Timeline
            rows={rows}
            eventIds={eventIds}
            onToggleRun={runs.toggle}
            find={find}
            at={events[index]?.occurredAt ?? null}
          />
        )}
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
      <Sheet open={!isWide && sheetOpen} onOpenChange={setSheetOpen}>
        <SheetContent title="State">
          <AsOfBar events={events} />
          {state}
        </SheetContent>
      </Sheet>
    </div>
  );
}
