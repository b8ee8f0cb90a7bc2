import type { z } from "zod";
import { appointmentBooking } from "./appointment-booking";
import { appointmentBookingResponse } from "./appointment-booking-response";
import { audio } from "./audio";
import { button } from "./button";
import { buttonResponse } from "./button-response";
import { calendar } from "./calendar";
import { calendlyResponse } from "./calendly-response";
import { carousel } from "./carousel";
import { contacts } from "./contacts";
import { delay } from "./delay";
import { document } from "./document";
import { fileUpload } from "./file-upload";
import { fileUploadResponse } from "./file-upload-response";
import { flowResponse } from "./flow-response";
import { form } from "./form";
import { formResponse } from "./form-response";
import { image } from "./image";
import { interactive } from "./interactive";
import { interactiveResponse } from "./interactive-response";
import { javascript } from "./javascript";
import { javascriptResponse } from "./javascript-response";
import { list } from "./list";
import { location } from "./location";
import { options } from "./options";
import { order } from "./order";
import { poll } from "./poll";
import { pollResponse } from "./poll-response";
import { question } from "./question";
import { reaction } from "./reaction";
import { response } from "./response";
import { sendMessage } from "./send-message";
import { slider } from "./slider";
import { sliderResponse } from "./slider-response";
import { sticker } from "./sticker";
import { system } from "./system";
import { template } from "./template";
import { text } from "./text";
import { unsupported } from "./unsupported";
import { video } from "./video";

/** Every message type that Playhead knows. components/messages must hold a bubble for each. */
export const messageTypes = {
  text,
  image,
  audio,
  video,
  document,
  button,
  "button.response": buttonResponse,
  carousel,
  list,
  options,
  form,
  "form.response": formResponse,
  file_upload: fileUpload,
  "file_upload.response": fileUploadResponse,
  calendar,
  slider,
  "slider.response": sliderResponse,
  javascript,
  "javascript.response": javascriptResponse,
  "calendly.response": calendlyResponse,
  appointment_booking: appointmentBooking,
  "appointment_booking.response": appointmentBookingResponse,
  question,
  send_message: sendMessage,
  template,
  location,
  contacts,
  sticker,
  reaction,
  interactive,
  "interactive.response": interactiveResponse,
  "flow.response": flowResponse,
  order,
  poll,
  "poll.response": pollResponse,
  unsupported,
  system,
  delay,
  response,
} as const;

export type MessageType = keyof typeof messageTypes;

/** What a bubble of each type gets. */
export type MessageContents = { [Type in MessageType]: z.infer<(typeof messageTypes)[Type]["content"]> };
