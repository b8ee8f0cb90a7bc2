/** Set to `pinned` if the navigation shows labels; the server renders it accordingly. */
export const railCookie = "playhead_rail";
