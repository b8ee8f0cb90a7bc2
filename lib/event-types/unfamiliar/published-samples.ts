import assigneeChange from "@/lib/samples/assignee_change.json";
import conversationCreate from "@/lib/samples/conversation_create.json";
import conversationLabelsDeleted from "@/lib/samples/conversation_labels.deleted.json";
import messageAppointmentBooking from "@/lib/samples/message.appointment_booking.json";
import messageAppointmentBookingResponse from "@/lib/samples/message.appointment_booking.response.json";
import messageAudio from "@/lib/samples/message.audio.json";
import messageButton from "@/lib/samples/message.button.json";
import messageButtonResponse from "@/lib/samples/message.button.response.json";
import messageCalendar from "@/lib/samples/message.calendar.json";
import messageCalendlyResponse from "@/lib/samples/message.calendly.response.json";
import messageCarousel from "@/lib/samples/message.carousel.json";
import messageDocument from "@/lib/samples/message.document.json";
import messageFileUpload from "@/lib/samples/message.file_upload.json";
import messageFileUploadResponse from "@/lib/samples/message.file_upload.response.json";
import messageForm from "@/lib/samples/message.form.json";
import messageFormResponse from "@/lib/samples/message.form.response.json";
import messageImage from "@/lib/samples/message.image.json";
import messageJavascript from "@/lib/samples/message.javascript.json";
import messageJavascriptResponse from "@/lib/samples/message.javascript.response.json";
import messageList from "@/lib/samples/message.list.json";
import messageSlider from "@/lib/samples/message.slider.json";
import messageSliderResponse from "@/lib/samples/message.slider.response.json";
import messageText from "@/lib/samples/message.text.json";
import messageVideo from "@/lib/samples/message.video.json";
import note from "@/lib/samples/note.json";
import status from "@/lib/samples/status.json";
import variablesNumber from "@/lib/samples/variables.number.json";
import variablesText from "@/lib/samples/variables.text.json";

/** All payload samples that the platform has published, each with an `events` list. */
export const publishedSamples: readonly { events: readonly unknown[] }[] = [
  assigneeChange,
  conversationCreate,
  conversationLabelsDeleted,
  messageAppointmentBooking,
  messageAppointmentBookingResponse,
  messageAudio,
  messageButton,
  messageButtonResponse,
  messageCalendar,
  messageCalendlyResponse,
  messageCarousel,
  messageDocument,
  messageFileUpload,
  messageFileUploadResponse,
  messageForm,
  messageFormResponse,
  messageImage,
  messageJavascript,
  messageJavascriptResponse,
  messageList,
  messageSlider,
  messageSliderResponse,
  messageText,
  messageVideo,
  note,
  status,
  variablesNumber,
  variablesText,
];
