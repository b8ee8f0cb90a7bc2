import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { sendSamples } from "@/lib/ingest/send-samples";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.sendSamples, async ({ viewer }) => {
  const conversationKey = await sendSamples(viewer);
  if (conversationKey === null) return new Refusal("unavailable", "The database cannot store the samples at present.");
  return { conversationKey };
});
