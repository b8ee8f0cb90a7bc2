import { BookingResult } from "@/components/messages/booking-result";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function AppointmentBookingResponseBubble({ content, voice }: BubbleProps<"appointment_booking.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <BookingResult content={content} />
    </BubbleFrame>
  );
}
