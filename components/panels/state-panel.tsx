"use client";

import { usePlayhead } from "@/components/playhead/playhead";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import type { ConversationLog } from "@/lib/fold/log/conversation-log";
import { AssigneeSection } from "./assignee-section";
import { BuiltFromSection, type Received } from "./built-from-section";
import { ContactSection } from "./contact-section";
import { DetailsSection } from "./details-section";
import { factCauses } from "./fact-causes";
import { HandlingLine } from "./handling-line";
import { LabelsSection } from "./labels-section";
import { NotesSection } from "./notes-section";
import { RelatedSection } from "./related-section";
import { StatusSection } from "./status-section";
import { VariablesSection } from "./variables-section";

interface StatePanelProps {
  /** The state at the playhead. */
  conversation: Conversation;
  /** How its events have arrived so far. */
  received: Received;
  events: readonly Event[];
  /** False while only the last events of a long conversation are loaded. */
  isComplete: boolean;
  log: ConversationLog;
  /** Show what the event at the playhead changed first. */
  changedFirst: boolean;
}

/** The state at the playhead; each value links to the event that set it. */
export function StatePanel({ conversation, received, events, isComplete, log, changedFirst }: StatePanelProps) {
  const { index, atNow } = usePlayhead();
  const isPast = (change: { index: number }) => change.index <= index;
  // At the end, no change is highlighted.
  const justNow = atNow ? null : (events[index]?.id ?? null);
  const variables = (
    <VariablesSection
      variables={conversation.variables}
      history={log.variableHistory}
      justNow={justNow}
      changedFirst={changedFirst}
    />
  );
  const isVariableNew = Object.values(conversation.variables).some(({ eventId }) => eventId === justNow);
  const comesFirst = changedFirst && isVariableNew;
  return (
    <>
      {comesFirst && variables}
      <HandlingLine
        conversation={conversation}
        firstEventId={isComplete ? (events[0]?.id ?? null) : null}
        atNow={atNow}
      />
      <ContactSection conversation={conversation} justNow={justNow} />
      {!comesFirst && variables}
      <AssigneeSection conversation={conversation} changes={log.assigneeChanges.filter(isPast)} justNow={justNow} />
      <LabelsSection conversation={conversation} changes={log.labelChanges.filter(isPast)} justNow={justNow} />
      <StatusSection conversation={conversation} changes={log.statusChanges.filter(isPast)} justNow={justNow} />
      <NotesSection notes={conversation.notes} justNow={justNow} />
      <DetailsSection conversation={conversation} causes={factCauses(conversation, events, index)} />
      <RelatedSection visitorKey={conversation.visitor.key} conversationKey={conversation.key} />
      <BuiltFromSection
        events={events}
        happened={conversation.eventCount}
        received={received}
        gaps={conversation.gaps}
      />
    </>
  );
}
