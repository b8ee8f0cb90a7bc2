/** The groups of operations in the OpenAPI document, in order. */
export const tags = {
  Conversations: "Lists of conversations, their state at any moment, filters and exports.",
  Analytics: "Metrics of many conversations. Each number has the query string of the list behind it.",
  Events: "What the platform sent, event by event.",
  Visitors: "People across all their conversations.",
  Deliveries: "The webhook's requests, the quarantine, and what Playhead did not recognise.",
  Views: "Saved filters, sort order and layout of the conversation list.",
  Bookmarks: "Conversations and events that a user keeps.",
  Changes: "What was stored, as it happens.",
  Setup: "Registering the webhook.",
  Settings: "Users, passwords, sessions and tokens.",
  Privacy:
    "What is masked for viewers who may not see personal data, what is held or expires, who changed what, and who read what.",
  System: "The state of the installation, and this document.",
} as const;

export type Tag = keyof typeof tags;
