import type { z } from "zod";
import { appointmentBooking } from "@/lib/messages/types/appointment-booking";
import { appointmentBookingResponse } from "@/lib/messages/types/appointment-booking-response";
import { audio } from "@/lib/messages/types/audio";
import { button } from "@/lib/messages/types/button";
import { buttonResponse } from "@/lib/messages/types/button-response";
import { calendar } from "@/lib/messages/types/calendar";
import { calendlyResponse } from "@/lib/messages/types/calendly-response";
import { carousel } from "@/lib/messages/types/carousel";
import { contacts } from "@/lib/messages/types/contacts";
import { delay } from "@/lib/messages/types/delay";
import { document } from "@/lib/messages/types/document";
import { fileUpload } from "@/lib/messages/types/file-upload";
import { fileUploadResponse } from "@/lib/messages/types/file-upload-response";
import { flowResponse } from "@/lib/messages/types/flow-response";
import { form } from "@/lib/messages/types/form";
import { formResponse } from "@/lib/messages/types/form-response";
import { image } from "@/lib/messages/types/image";
import { interactive } from "@/lib/messages/types/interactive";
import { interactiveResponse } from "@/lib/messages/types/interactive-response";
import { javascript } from "@/lib/messages/types/javascript";
import { javascriptResponse } from "@/lib/messages/types/javascript-response";
import { list } from "@/lib/messages/types/list";
import { location } from "@/lib/messages/types/location";
import { options } from "@/lib/messages/types/options";
import { order } from "@/lib/messages/types/order";
import { poll } from "@/lib/messages/types/poll";
import { pollResponse } from "@/lib/messages/types/poll-response";
import { question } from "@/lib/messages/types/question";
import { reaction } from "@/lib/messages/types/reaction";
import { response } from "@/lib/messages/types/response";
import { sendMessage } from "@/lib/messages/types/send-message";
import { slider } from "@/lib/messages/types/slider";
import { sliderResponse } from "@/lib/messages/types/slider-response";
import { sticker } from "@/lib/messages/types/sticker";
import { system } from "@/lib/messages/types/system";
import { template } from "@/lib/messages/types/template";
import { text } from "@/lib/messages/types/text";
import { unsupported } from "@/lib/messages/types/unsupported";
import { video } from "@/lib/messages/types/video";

/** All known message types. components/messages must have a bubble for each. */
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

/** Props content of each type's bubble. */
export type MessageContents = { [Type in MessageType]: z.infer<(typeof messageTypes)[Type]["content"]> };
