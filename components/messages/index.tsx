"use client";

import type { ComponentType } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import type { MessageType } from "@/lib/messages/message-types";
import type { ReadMessage, RecognisedMessage } from "@/lib/messages/read-message";
import { AppointmentBookingBubble } from "./appointment-booking";
import { AppointmentBookingResponseBubble } from "./appointment-booking-response";
import { AudioBubble } from "./audio";
import { BubbleBoundary } from "./bubble-boundary";
import type { BubbleProps } from "./bubble-props";
import { ButtonBubble } from "./button";
import { ButtonResponseBubble } from "./button-response";
import { CalendarBubble } from "./calendar";
import { CalendlyResponseBubble } from "./calendly-response";
import { CarouselBubble } from "./carousel";
import { ContactsBubble } from "./contacts";
import { DelayBubble } from "./delay";
import { DocumentBubble } from "./document";
import { FileUploadBubble } from "./file-upload";
import { FileUploadResponseBubble } from "./file-upload-response";
import { FormBubble } from "./form";
import { FormResponseBubble } from "./form-response";
import { ImageBubble } from "./image";
import { JavascriptBubble } from "./javascript";
import { JavascriptResponseBubble } from "./javascript-response";
import { ListBubble } from "./list";
import { LocationBubble } from "./location";
import { OptionsBubble } from "./options";
import { QuestionBubble } from "./question";
import { RawMessage } from "./raw";
import { ResponseBubble } from "./response";
import { SafeText } from "./safe-text";
import { SendMessageBubble } from "./send-message";
import { SliderBubble } from "./slider";
import { SliderResponseBubble } from "./slider-response";
import { TemplateBubble } from "./template";
import { TextBubble } from "./text";
import { VideoBubble } from "./video";
import { VisitorWords } from "./visitor-words";

/** The bubble of every message type: a type without one does not compile. */
const bubbles: { [Type in MessageType]: ComponentType<BubbleProps<Type>> } = {
  text: TextBubble,
  image: ImageBubble,
  audio: AudioBubble,
  video: VideoBubble,
  document: DocumentBubble,
  button: ButtonBubble,
  "button.response": ButtonResponseBubble,
  carousel: CarouselBubble,
  list: ListBubble,
  options: OptionsBubble,
  form: FormBubble,
  "form.response": FormResponseBubble,
  file_upload: FileUploadBubble,
  "file_upload.response": FileUploadResponseBubble,
  calendar: CalendarBubble,
  slider: SliderBubble,
  "slider.response": SliderResponseBubble,
  javascript: JavascriptBubble,
  "javascript.response": JavascriptResponseBubble,
  "calendly.response": CalendlyResponseBubble,
  appointment_booking: AppointmentBookingBubble,
  "appointment_booking.response": AppointmentBookingResponseBubble,
  question: QuestionBubble,
  send_message: SendMessageBubble,
  template: TemplateBubble,
  location: LocationBubble,
  contacts: ContactsBubble,
  delay: DelayBubble,
  response: ResponseBubble,
};

export interface MessageBubbleProps {
  message: ReadMessage;
  /** The message that answers this prompt; its choice and its values are marked in place. */
  answer?: ReadMessage | null | undefined;
  voice: Voice;
}

/** One message as the visitor saw it, whatever was sent. */
export function MessageBubble({ message, answer = null, voice }: MessageBubbleProps) {
  if (!message.recognised) return <RawMessage voice={voice} heading={problem(message)} sent={message.sent} />;
  const bubble = <Recognised message={message} answer={answer} voice={voice} />;
  const broken = <RawMessage voice={voice} heading="This message could not be drawn" sent={message.sent} />;
  return (
    <BubbleBoundary key={message.sentType} fallback={broken}>
      {voice === "visitor" ? <VisitorWords>{bubble}</VisitorWords> : bubble}
    </BubbleBoundary>
  );
}

function Recognised({
  message,
  answer,
  voice,
}: {
  message: RecognisedMessage;
  answer: ReadMessage | null;
  voice: Voice;
}) {
  // The table pairs each type with the bubble of its own content, which the union of all types cannot express.
  const Bubble = bubbles[message.type] as ComponentType<{
    content: RecognisedMessage["content"];
    answer: ReadMessage | null;
    voice: Voice;
  }>;
  return <Bubble content={message.content} answer={answer} voice={voice} />;
}

function problem(message: Exclude<ReadMessage, RecognisedMessage>) {
  if (message.sentType === null) return `Unrecognised message: ${message.reason}`;
  const name = (
    <code className="font-mono text-xs">
      <SafeText text={message.sentType} />
    </code>
  );
  if (message.type === null) return <>Unrecognised message type {name}</>;
  return (
    <>
      This {name} payload does not fit: <SafeText text={message.reason} />
    </>
  );
}
