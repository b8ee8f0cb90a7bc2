/** A conversation with the playhead on one of its events. */
export function eventHref(conversationKey: string, eventId: string): string {
  return `/conversations/${encodeURIComponent(conversationKey)}?${new URLSearchParams({ event: eventId })}`;
}
