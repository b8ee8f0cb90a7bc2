/** Where the browser remembers recent searches, until the user signs out. */
export const recentSearchesKey = "playhead.searches";
