/** The key of the conversation that is open at a path; null for other paths. */
export function openConversation(path: string): string | null {
  const key = path.match(/^\/conversations\/([^/]+)/)?.[1];
  return key === undefined ? null : decodeURIComponent(key);
}
