import { retention, retentionChange, retentionPreview } from "@/lib/api/schemas/privacy/retention";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";

/** Retention rules. */
export const retentionDefinitions = {
  getRetention: define(endpoints.getRetention, {
    tag,
    summary: "Get the retention rules",
    description:
      "What is deleted or reduced at which age, and the last runs of the job that does it. Requires a scope of everything.",
    answer: retention,
  }),
  setRetention: define(endpoints.setRetention, {
    tag,
    summary: "Replace the retention rules",
    description:
      "They are applied every 15 minutes. A rule that is changed or removed stops immediately. Legal holds exempt what they cover.",
    body: retentionChange,
    answer: retention,
  }),
  previewRetention: define(endpoints.previewRetention, {
    tag,
    summary: "Preview retention rules",
    description: "How much each rule would delete or reduce now, with examples. Changes nothing.",
    body: retentionChange,
    answer: retentionPreview,
  }),
};
