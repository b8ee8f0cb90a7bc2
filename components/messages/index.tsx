"use client";

import type { ComponentType } from "react";
import { SafeText } from "@/components/messages/text/safe-text";
import { AppointmentBookingBubble } from "@/components/messages/types/appointment-booking";
import { AppointmentBookingResponseBubble } from "@/components/messages/types/appointment-booking-response";
import { AudioBubble } from "@/components/messages/types/audio";
import { ButtonBubble } from "@/components/messages/types/button";
import { ButtonResponseBubble } from "@/components/messages/types/button-response";
import { CalendarBubble } from "@/components/messages/types/calendar";
import { CalendlyResponseBubble } from "@/components/messages/types/calendly-response";
import { CarouselBubble } from "@/components/messages/types/carousel";
import { ContactsBubble } from "@/components/messages/types/contacts";
import { DelayBubble } from "@/components/messages/types/delay";
import { DocumentBubble } from "@/components/messages/types/document";
import { FileUploadBubble } from "@/components/messages/types/file-upload";
import { FileUploadResponseBubble } from "@/components/messages/types/file-upload-response";
import { FlowResponseBubble } from "@/components/messages/types/flow-response";
import { FormBubble } from "@/components/messages/types/form";
import { FormResponseBubble } from "@/components/messages/types/form-response";
import { ImageBubble } from "@/components/messages/types/image";
import { InteractiveBubble } from "@/components/messages/types/interactive";
import { InteractiveResponseBubble } from "@/components/messages/types/interactive-response";
import { JavascriptBubble } from "@/components/messages/types/javascript";
import { JavascriptResponseBubble } from "@/components/messages/types/javascript-response";
import { ListBubble } from "@/components/messages/types/list";
import { LocationBubble } from "@/components/messages/types/location";
import { OptionsBubble } from "@/components/messages/types/options";
import { OrderBubble } from "@/components/messages/types/order";
import { PollBubble } from "@/components/messages/types/poll";
import { PollResponseBubble } from "@/components/messages/types/poll-response";
import { QuestionBubble } from "@/components/messages/types/question";
import { ReactionBubble } from "@/components/messages/types/reaction";
import { ResponseBubble } from "@/components/messages/types/response";
import { SendMessageBubble } from "@/components/messages/types/send-message";
import { SliderBubble } from "@/components/messages/types/slider";
import { SliderResponseBubble } from "@/components/messages/types/slider-response";
import { StickerBubble } from "@/components/messages/types/sticker";
import { SystemBubble } from "@/components/messages/types/system";
import { TemplateBubble } from "@/components/messages/types/template";
import { TextBubble } from "@/components/messages/types/text";
import { UnsupportedBubble } from "@/components/messages/types/unsupported";
import { VideoBubble } from "@/components/messages/types/video";
import type { Voice } from "@/components/ui/actor-voice";
import type { MessageType } from "@/lib/messages/message-types";
import { quotedMessage } from "@/lib/messages/parts/quoted-message";
import type { ReadMessage, RecognisedMessage } from "@/lib/messages/read-message";
import type { UnreadField } from "@/lib/messages/unread-fields";
import { unreadOfMessage } from "@/lib/messages/unread-of-message";
import { BubbleBoundary } from "./bubble-boundary";
import type { BubbleProps } from "./bubble-props";
import { MediaSenderProvider } from "./media-sender";
import { MoreFields } from "./more-fields";
import { Quote, type QuoteProps } from "./quote";
import { RawMessage } from "./raw";
import { VisitorWords } from "./visitor-words";

/** The bubble of every message type: a missing one does not compile. */
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
  /** The message that answers this prompt; its choice and values are marked in place. */
  answer?: ReadMessage | null | undefined;
  voice: Voice;
  /** The replied-to message, if the conversation contains it; else the quote in the message itself is shown. */
  quote?: QuoteProps | null | undefined;
  /** Unread fields of the event outside the message. */
  otherFields?: readonly UnreadField[] | undefined;
}

/** A message as the visitor saw it, whatever its type or validity. */
export function MessageBubble({ message, answer = null, voice, quote, otherFields = [] }: MessageBubbleProps) {
  const quoted = quote ?? quotedMessage(message.sent);
  const more = [...unreadOfMessage(message), ...otherFields];
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
  const broken = <RawMessage voice={voice} heading="This message could not be displayed" sent={message.sent} />;
  return (
    <BubbleBoundary key={message.sentType} fallback={broken}>
      {voice === "visitor" ? <VisitorWords>{bubble}</VisitorWords> : bubble}
    </BubbleBoundary>
  );
}

function Recognised({ message, answer, voice }: DrawnProps & { message: RecognisedMessage }) {
  // The table pairs each type with a bubble for its content, which the union of all types cannot express.
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
      This {name} payload is unexpected: <SafeText text={message.reason} />
    </>
  );
}
