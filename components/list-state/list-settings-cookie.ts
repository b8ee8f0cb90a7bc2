/** Holds the line of `lib/api/list-settings.ts`. */
export const listSettingsCookie = "playhead_list";
