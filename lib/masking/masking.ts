import { KnownValues } from "./known-values";
import { defaultMasking, type MaskingSettings } from "./masking-settings";

/** What the masking of one conversation needs. */
export interface Masking {
  known: KnownValues;
  settings: MaskingSettings;
}

/** Masking without any known values. */
export const plainMasking: Masking = { known: KnownValues.none, settings: defaultMasking };
