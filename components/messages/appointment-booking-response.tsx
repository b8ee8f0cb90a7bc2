import { BookingResult } from "./booking-result";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";

export function AppointmentBookingResponseBubble({ content, voice }: BubbleProps<"appointment_booking.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <BookingResult content={content} />
    </BubbleFrame>
  );
}
