/** The URL of a conversation with the playhead at an event. */
export function eventHref(conversationKey: string, eventId: string): string {
  return `/conversations/${encodeURIComponent(conversationKey)}?${new URLSearchParams({ event: eventId })}`;
}
