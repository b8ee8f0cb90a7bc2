import "server-only";
import { maskingProjectionName, maskingVersion } from "@/lib/store/masking/masking-settings";
import type { Projection } from "@/lib/store/projections/projection";
import { forgetMasks, saveMasks } from "./save-masks";

/**
 * What masked viewers need: the personal values of each conversation, and the masked searchable texts of the events that contain
 * personal data. A new value masks the conversation's earlier events again.
 */
export const maskingProjection: Projection = {
  name: maskingProjectionName,
  version: maskingVersion,
  apply: saveMasks,
  forget: forgetMasks,
};
