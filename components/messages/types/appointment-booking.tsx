import { CalendarClock } from "lucide-react";
import { BookingResult } from "@/components/messages/booking-result";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { PromptTitle } from "@/components/messages/prompt-title";
import { PlainLine } from "@/components/messages/text/safe-text";
import { VisitorWords } from "@/components/messages/visitor-words";

export function AppointmentBookingBubble({ content, answer, voice }: BubbleProps<"appointment_booking">) {
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <CalendarClock aria-hidden className="size-4 shrink-0" />
          <PlainLine html={content.duration === "" ? "Appointment booking" : `Appointment of ${content.duration}`} />
        </p>
        {answer?.recognised === true && answer.type === "appointment_booking.response" && (
          <VisitorWords>
            <BookingResult content={answer.content} />
          </VisitorWords>
        )}
      </div>
    </BubbleFrame>
  );
}
