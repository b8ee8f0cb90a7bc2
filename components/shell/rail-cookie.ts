/** Holds `pinned` where the navigation shows its words; the server draws it so. */
export const railCookie = "playhead_rail";
