import "server-only";
import { randomBytes } from "node:crypto";
import assigneeChange from "@/lib/samples/assignee_change.json";
import conversationCreate from "@/lib/samples/conversation_create.json";
import labelsDeleted from "@/lib/samples/conversation_labels.deleted.json";
import booking from "@/lib/samples/message.appointment_booking.json";
import bookingResponse from "@/lib/samples/message.appointment_booking.response.json";
import audio from "@/lib/samples/message.audio.json";
import button from "@/lib/samples/message.button.json";
import buttonResponse from "@/lib/samples/message.button.response.json";
import calendar from "@/lib/samples/message.calendar.json";
import calendlyResponse from "@/lib/samples/message.calendly.response.json";
import carousel from "@/lib/samples/message.carousel.json";
import document from "@/lib/samples/message.document.json";
import fileUpload from "@/lib/samples/message.file_upload.json";
import fileUploadResponse from "@/lib/samples/message.file_upload.response.json";
import form from "@/lib/samples/message.form.json";
import formResponse from "@/lib/samples/message.form.response.json";
import image from "@/lib/samples/message.image.json";
import javascript from "@/lib/samples/message.javascript.json";
import javascriptResponse from "@/lib/samples/message.javascript.response.json";
import list from "@/lib/samples/message.list.json";
import slider from "@/lib/samples/message.slider.json";
import sliderResponse from "@/lib/samples/message.slider.response.json";
import text from "@/lib/samples/message.text.json";
import video from "@/lib/samples/message.video.json";
import note from "@/lib/samples/note.json";
import status from "@/lib/samples/status.json";
import numberVariables from "@/lib/samples/variables.number.json";
import textVariables from "@/lib/samples/variables.text.json";

/** The platform's published samples in a plausible order: each prompt before its answer. */
const story = [
  textVariables,
  text,
  button,
  buttonResponse,
  list,
  carousel,
  image,
  video,
  audio,
  document,
  slider,
  sliderResponse,
  form,
  formResponse,
  fileUpload,
  fileUploadResponse,
  javascript,
  javascriptResponse,
  numberVariables,
  assigneeChange,
  calendar,
  calendlyResponse,
  booking,
  bookingResponse,
  note,
  labelsDeleted,
  status,
];

const SECONDS_BETWEEN = 7;

/** One conversation with an event of every published type, as a delivery's body. Each call creates another conversation. */
export function sampleEvents(nowMs: number): { conversationKey: string; body: unknown } {
  const beginsAt = nowMs - (story.length + 1) * SECONDS_BETWEEN * 1000;
  const key = randomBytes(16).toString("hex") + Math.floor(beginsAt / 1000);
  const conversation = { key, id: Number.parseInt(key.slice(0, 7), 16) };
  const created = conversationCreate.events.map(({ event, ...rest }) => {
    const payload = {
      ...event.payload,
      created_at: platformTime(beginsAt),
      external_key: key,
      title: "Sample conversation",
    };
    return { ...rest, event: { ...event, payload } };
  });
  const events = [created, ...story.map((sample) => sample.events)].flatMap((one, place) =>
    one.map((event) => ({
      ...event,
      conversation,
      timestamp: platformTime(beginsAt + place * SECONDS_BETWEEN * 1000),
    })),
  );
  return { conversationKey: key, body: { events } };
}

/** The platform's format: UTC without a zone, six decimals (docs/support-hunt/webhook.md §2). */
function platformTime(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "000");
}
