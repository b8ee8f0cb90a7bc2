import { z } from "zod";
import { masking, maskingChange, maskingPreview } from "@/lib/api/schemas/privacy/masking";
import { privacyKey } from "@/lib/api/schemas/privacy/privacy-key";
import { newReveal, reveal, revealState } from "@/lib/api/schemas/privacy/reveal";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";

export const privacyDefinitions = {
  getPrivacyKey: define(endpoints.getPrivacyKey, {
    tag,
    summary: "Get the public key of receipts",
    description:
      "Receipts of erasures are signed with it. `npm run verify -- receipt.json --key public.pem` verifies one without the database.",
    answer: privacyKey,
  }),
  getMasking: define(endpoints.getMasking, {
    tag,
    summary: "List which variables are personal, and whether conversations may be unmasked",
    description:
      "Viewers without the permission `personal` see their values masked. By default contact variables (`visitor_…`) and the IP address are personal.",
    answer: masking,
  }),
  setMasking: define(endpoints.setMasking, {
    tag,
    summary: "Change which variables are personal, or whether conversations may be unmasked",
    description:
      "Changing `reveal` also requires the permission `manage`. A change of variables takes effect immediately. Stored masks are then derived again in the background; until then masked viewers find no text that is not masked yet.",
    body: maskingChange,
    answer: masking,
  }),
  getReveal: define(endpoints.getReveal, {
    tag,
    summary: "Get whether a conversation is unmasked for you",
    description:
      "For users without the permission `personal`: whether an admin allows them to unmask conversations, and until when this one is unmasked. API tokens unmask nothing.",
    answer: revealState,
    errors: [404],
  }),
  createReveal: define(endpoints.createReveal, {
    tag,
    summary: "Unmask a conversation for 15 minutes",
    description:
      "For users without the permission `personal`, if an admin allows it. Unmasked for you are the conversation's state, events, questions and transcript, nothing else. It ends by itself, and earlier when your role changes or an admin no longer allows it. The audit log records it with the reason.",
    body: newReveal,
    answer: reveal,
    status: 201,
    errors: [404, 409],
  }),
  previewMasking: define(endpoints.previewMasking, {
    tag,
    summary: "Show a conversation as a masked viewer sees it",
    description: "The first events of a conversation, each with its text and its masked text.",
    query: z.strictObject({
      key: z.string().max(512).optional().describe("The conversation's key; the latest conversation if omitted."),
    }),
    answer: maskingPreview,
    errors: [404],
  }),
};
