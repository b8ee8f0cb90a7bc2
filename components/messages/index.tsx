"use client";

import type { ComponentType } from "react";
import type { Voice } from "@/components/ui/actor-voice";
import type { MessageType } from "@/lib/messages/message-types";
import { quotedMessage } from "@/lib/messages/quoted-message";
import type { ReadMessage, RecognisedMessage } from "@/lib/messages/read-message";
import type { UnreadField } from "@/lib/messages/unread-fields";
import { unreadOfMessage } from "@/lib/messages/unread-of-message";
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
import { FlowResponseBubble } from "./flow-response";
import { FormBubble } from "./form";
import { FormResponseBubble } from "./form-response";
import { ImageBubble } from "./image";
import { InteractiveBubble } from "./interactive";
import { InteractiveResponseBubble } from "./interactive-response";
import { JavascriptBubble } from "./javascript";
import { JavascriptResponseBubble } from "./javascript-response";
import { ListBubble } from "./list";
import { LocationBubble } from "./location";
import { MediaSenderProvider } from "./media-sender";
import { MoreFields } from "./more-fields";
import { OptionsBubble } from "./options";
import { OrderBubble } from "./order";
import { PollBubble } from "./poll";
import { PollResponseBubble } from "./poll-response";
import { QuestionBubble } from "./question";
import { Quote, type QuoteProps } from "./quote";
import { RawMessage } from "./raw";
import { ReactionBubble } from "./reaction";
import { ResponseBubble } from "./response";
import { SafeText } from "./safe-text";
import { SendMessageBubble } from "./send-message";
import { SliderBubble } from "./slider";
import { SliderResponseBubble } from "./slider-response";
import { StickerBubble } from "./sticker";
import { SystemBubble } from "./system";
import { TemplateBubble } from "./template";
import { TextBubble } from "./text";
import { UnsupportedBubble } from "./unsupported";
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
  sticker: StickerBubble,
  reaction: ReactionBubble,
  interactive: InteractiveBubble,
  "interactive.response": InteractiveResponseBubble,
  "flow.response": FlowResponseBubble,
  order: OrderBubble,
  poll: PollBubble,
  "poll.response": PollResponseBubble,
  unsupported: UnsupportedBubble,
  system: SystemBubble,
  delay: DelayBubble,
  response: ResponseBubble,
};

export interface MessageBubbleProps {
  message: ReadMessage;
  /** The message that answers this prompt; its choice and its values are marked in place. */
  answer?: ReadMessage | null | undefined;
  voice: Voice;
  /** The message that it replies to, where the conversation has it; else the message's own words of it are shown. */
  quote?: QuoteProps | null | undefined;
  /** What its event carries besides the message. */
  besides?: readonly UnreadField[] | undefined;
}

/** One message as the visitor saw it, whatever was sent. */
export function MessageBubble({ message, answer = null, voice, quote, besides = [] }: MessageBubbleProps) {
  const quoted = quote ?? quotedMessage(message.sent);
  const more = [...unreadOfMessage(message), ...besides];
  return (
    <div className={`flex max-w-full min-w-0 flex-col gap-1 ${voice === "visitor" ? "items-start" : "items-end"}`}>
      {quoted !== null && <Quote {...quoted} />}
      <Bubble message={message} answer={answer} voice={voice} />
      <MoreFields fields={more} />
    </div>
  );
}

interface DrawnProps {
  message: ReadMessage;
  answer: ReadMessage | null;
  voice: Voice;
}

function Bubble({ message, answer, voice }: DrawnProps) {
  if (!message.recognised) return <RawMessage voice={voice} heading={problem(message)} sent={message.sent} />;
  const bubble = <Recognised message={message} answer={answer} voice={voice} />;
  const broken = <RawMessage voice={voice} heading="This message could not be drawn" sent={message.sent} />;
  return (
    <BubbleBoundary key={message.sentType} fallback={broken}>
      {voice === "visitor" ? <VisitorWords>{bubble}</VisitorWords> : bubble}
    </BubbleBoundary>
  );
}

function Recognised({ message, answer, voice }: DrawnProps & { message: RecognisedMessage }) {
  // The table pairs each type with the bubble of its own content, which the union of all types cannot express.
  const TypeBubble = bubbles[message.type] as ComponentType<{
    content: RecognisedMessage["content"];
    answer: ReadMessage | null;
    voice: Voice;
  }>;
  return (
    <MediaSenderProvider sender={voice}>
      <TypeBubble content={message.content} answer={answer} voice={voice} />
    </MediaSenderProvider>
  );
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
