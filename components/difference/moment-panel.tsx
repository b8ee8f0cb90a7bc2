"use client";

import { StatePanel } from "@/components/panels/state-panel";
import { useMarker } from "@/components/playhead/marker";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { ConversationAnswer } from "@/lib/api/schemas/conversation";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import type { ConversationLog } from "@/lib/fold/log/conversation-log";
import { DifferencePanel } from "./difference-panel";

interface MomentPanelProps {
  /** The state at the playhead's moment. */
  conversation: Conversation;
  /** The state now, as the server tells it. */
  now: ConversationAnswer;
  events: readonly Event[];
  /** False while only the last events of a long conversation are there: too few to fold. */
  complete: boolean;
  log: ConversationLog;
}

/** The state at the playhead's moment, and where a marker is set what differs between the two. */
export function MomentPanel({ conversation, now, events, complete, log }: MomentPanelProps) {
  const { index } = useMarker();
  const state = (
    <StatePanel conversation={conversation} received={now} events={events} isComplete={complete} log={log} />
  );
  if (index === null || !complete) return state;
  return (
    <Tabs defaultValue="difference">
      <TabList className="sticky top-0 z-10 bg-pane px-4 pt-1.5">
        <Tab value="difference">Difference</Tab>
        <Tab value="state">State</Tab>
      </TabList>
      <TabPanel value="difference" className="outline-offset-[-2px]">
        <DifferencePanel marker={index} conversation={conversation} events={events} changes={log.changes} />
      </TabPanel>
      <TabPanel value="state" className="outline-offset-[-2px]">
        {state}
      </TabPanel>
    </Tabs>
  );
}
