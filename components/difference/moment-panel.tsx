"use client";

import { lazy, Suspense } from "react";
import { StatePanel } from "@/components/panels/state-panel";
import { useMarker } from "@/components/playhead/marker";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import type { ConversationLog } from "@/lib/fold/log/conversation-log";

const DifferencePanel = lazy(() => import("./difference-panel"));

interface MomentPanelProps {
  /** The state at the playhead. */
  conversation: Conversation;
  /** The current state, as returned by the server. */
  now: ConversationAnswer;
  events: readonly Event[];
  /** False while only the last events of a long conversation are loaded: too few to fold. */
  complete: boolean;
  log: ConversationLog;
  /** What the event at the playhead set stands above all else. */
  changedFirst: boolean;
}

/** The state at the playhead's moment, and where a marker is set what differs between the two. */
export function MomentPanel({ conversation, now, events, complete, log, changedFirst }: MomentPanelProps) {
  const { index } = useMarker();
  const state = (
    <StatePanel
      conversation={conversation}
      received={now}
      events={events}
      isComplete={complete}
      log={log}
      changedFirst={changedFirst}
    />
  );
  if (index === null || !complete) return state;
  return (
    <Tabs defaultValue="difference">
      <TabList className="sticky top-0 z-10 bg-pane px-4 pt-1.5">
        <Tab value="difference">Difference</Tab>
        <Tab value="state">State</Tab>
      </TabList>
      <TabPanel value="difference" className="outline-offset-[-2px]">
        <Suspense>
          <DifferencePanel marker={index} conversation={conversation} events={events} changes={log.changes} />
        </Suspense>
      </TabPanel>
      <TabPanel value="state" className="outline-offset-[-2px]">
        {state}
      </TabPanel>
    </Tabs>
  );
}
