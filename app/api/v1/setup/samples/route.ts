import { serveChange } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { sendSamples } from "@/lib/ingest/send-samples";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(endpoints.samples, async ({ viewer }) => {
  const conversationKey = await sendSamples(viewer);
  if (conversationKey === null) return new Refusal("unavailable", "The database cannot store the samples at present.");
  return { conversationKey };
});
