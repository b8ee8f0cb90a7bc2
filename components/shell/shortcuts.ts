export interface ShortcutGroup {
  name: string;
  shortcuts: readonly { keys: readonly string[]; does: string }[];
}

/** Keyboard shortcuts, as listed in the help dialog. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: "Inbox",
    shortcuts: [
      { keys: ["j"], does: "Preview the next conversation" },
      { keys: ["k"], does: "Preview the previous conversation" },
      { keys: ["Enter"], does: "Open it, and go in" },
      { keys: ["x"], does: "Select it" },
      { keys: ["Shift", "x"], does: "Extend selection here" },
      { keys: ["Shift", "j/k"], does: "Select while moving" },
      { keys: ["⌘/Ctrl", "A"], does: "Select all shown, in the list" },
      { keys: ["/"], does: "Search" },
      { keys: ["Esc"], does: "Clear the search, the selection or the preview" },
    ],
  },
  {
    name: "Conversation",
    shortcuts: [
      { keys: ["←", "→"], does: "Previous/next event" },
      { keys: ["Shift", "←", "→"], does: "Previous/next turn" },
      { keys: ["Home", "End"], does: "First/last event" },
      { keys: ["p"], does: "Play" },
      { keys: ["m"], does: "Set or clear start point" },
      { keys: ["q"], does: "Questions as a table" },
      { keys: ["/"], does: "Find" },
      { keys: ["o"], does: "Outline" },
      { keys: ["f"], does: "Filter the timeline" },
      { keys: ["b"], does: "Path on the bot's map" },
      { keys: ["Esc"], does: "Back to the list" },
    ],
  },
  {
    name: "Deliveries",
    shortcuts: [
      { keys: ["j"], does: "Next delivery" },
      { keys: ["k"], does: "Previous delivery" },
      { keys: ["e"], does: "Edit a quarantined delivery" },
    ],
  },
  {
    name: "Analytics and flows",
    shortcuts: [
      { keys: ["t"], does: "Tables instead of charts" },
      { keys: ["←", "→"], does: "Previous/next mark of a chart" },
      { keys: ["Enter"], does: "Its conversations" },
      { keys: ["/"], does: "Filter" },
    ],
  },
  {
    name: "Stuck",
    shortcuts: [
      { keys: ["j"], does: "Next conversation" },
      { keys: ["k"], does: "Previous conversation" },
      { keys: ["Enter"], does: "Open it" },
      { keys: ["/"], does: "Search" },
    ],
  },
  {
    name: "Everywhere",
    shortcuts: [
      { keys: ["⌘/Ctrl", "K"], does: "Search and commands" },
      { keys: ["F6"], does: "Next pane: list, conversation, strip, state" },
      { keys: ["?"], does: "This help" },
    ],
  },
];
