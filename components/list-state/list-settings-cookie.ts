/** Contains the serialized settings of `lib/api/list-settings.ts`. */
export const listSettingsCookie = "playhead_list";
