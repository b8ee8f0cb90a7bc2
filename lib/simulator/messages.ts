import type { PlatformMessage } from "./platform-event";

/** A media file, as the platform links it. */
export interface MediaFile {
  link: string;
  mime_type: string;
  file_name: string;
}

/** One question of a form block. */
export interface FormField {
  label: string;
  type: string;
  variable: string;
  is_optional: boolean;
}

const errorMessages = {
  file_size: "Please upload a file below 10 MB",
  file_extensions: "Please upload a valid file format",
  file_not_found: "Invalid! Please upload a valid file",
};

/** The token of a variable in messages: contact variables are under `$user.info` (webhook.md §4). */
export function variableToken(name: string): string {
  return `\u00bf\u00b7${name.startsWith("visitor_") ? `$user.info.${name.slice(8)}` : name}\u00b7?`;
}

function withPayload(type: string): (payload: Record<string, unknown>) => PlatformMessage {
  return (payload) => ({ type, payload });
}

/** Builds `payload.message` objects in the shapes of docs/support-hunt/webhook.md §4. */
export const messages = {
  text: (text: string): PlatformMessage => ({ type: "text", text }),
  /** A Collect Input block: its question is in `payload.text`. */
  question: (type: "name" | "email" | "phone", text: string): PlatformMessage => ({ type, payload: { text } }),
  phoneInput: (title: string) => withPayload("custom_phone_input")({ title }),
  media: (type: "image" | "audio" | "video" | "document", file: MediaFile) => withPayload(type)({ ...file }),
  button: (title: string, buttons: readonly Record<string, unknown>[], options: Record<string, unknown> = {}) =>
    withPayload("button")({
      search_enabled: false,
      multi_select_enabled: false,
      buttons_layout: "horizontal",
      buttons_order: "as defined",
      buttons,
      title,
      ...options,
    }),
  branch: (title: string, nextDialog: number) => ({
    title,
    type: "branch",
    callback: "",
    next_dialog: String(nextDialog),
  }),
  webLink: (title: string, url: string) => ({
    title,
    type: "web_url",
    callback: JSON.stringify({ web_url: url, browser_window: "new" }),
    next_dialog: "5",
  }),
  buttonResponse: (body: string, options: Record<string, unknown> = {}) =>
    withPayload("button.response")({ body, callback: {}, ...options }),
  carousel: (title: string, items: readonly Record<string, unknown>[]) => withPayload("carousel")({ title, items }),
  cards: (cards: readonly Record<string, unknown>[]) => withPayload("cardview")({ cards }),
  imageCarousel: (title: string, items: readonly Record<string, unknown>[]) =>
    withPayload("image_carousel")({ title, items }),
  carouselResponse: withPayload("carousel.response"),
  list: (title: string, open: string, sections: readonly Record<string, unknown>[]) =>
    withPayload("list")({ header: { type: "text", text: open }, footer: "", title, list: { title: open, sections } }),
  listResponse: withPayload("list.response"),
  options: (text: string, titles: readonly string[], extra: Record<string, unknown> = {}) =>
    withPayload("options")({
      text,
      header: { type: "text", text: "" },
      footer: "",
      options: titles.map((title, index) => ({ id: String(index + 1), text: title, callback: "" })),
      buttons_layout: "vertical",
      ...extra,
    }),
  optionsResponse: withPayload("options.response"),
  form: (message: string, fields: readonly FormField[]) => withPayload("form")({ message, fields }),
  formResponse: (fields: readonly Record<string, unknown>[]) => withPayload("form.response")({ fields }),
  fileUpload: (title: string, limit: number) =>
    withPayload("file_upload")({
      title,
      allow_extensions: [".jpg", ".png", ".pdf", ".jpeg"],
      max_file_size_in_kb: limit === 1 ? title : 10240,
      upload_file_limit: limit,
      error_message: errorMessages,
    }),
  fileUploadResponse: (type: "image" | "document", file: MediaFile) =>
    withPayload("file_upload.response")({ type, payload: { ...file } }),
  files: (type: "file" | "file.response", files: readonly Record<string, unknown>[]) => withPayload(type)({ files }),
  calendar: (title: string, options: Record<string, unknown> = {}) =>
    withPayload("calendar")({
      auto_open: true,
      title,
      validation: {
        datepicker_type: "single",
        start: "",
        end: "",
        formatter: "MM/DD/YYYY",
        exclude_days: [],
        include: [],
        selected: "",
        skip: [],
        ...options,
      },
    }),
  calendarResponse: withPayload("calendar.response"),
  slider: (title: string, min: number, max: number, step: number | "None", unit: string) =>
    withPayload("slider")({ title, min, max, step, unit: { label: unit, value: unit, formatter: "" } }),
  sliderResponse: (value: number) => withPayload("slider.response")({ value, text: String(value) }),
  javascript: (script: string) => withPayload("javascript")({ script, execute_at: "client" }),
  javascriptResponse: (variables: Record<string, unknown>) => withPayload("javascript.response")({ variables }),
  calendlyResponse: (variables: Record<string, unknown>) => withPayload("calendly.response")({ variables }),
  appointment: (eventId: number, title: string, minutes: number) =>
    withPayload("appointment_booking")({ event_id: eventId, duration: { label: "minutes", value: minutes }, title }),
  appointmentResponse: withPayload("appointment_booking.response"),
  sendMessage: (parts: readonly Record<string, unknown>[]): PlatformMessage => ({
    type: "send_message",
    payload: { messages: parts },
  }),
  template: (name: string, language: string, parameters: readonly string[]) =>
    withPayload("template")({
      name,
      language: { code: language },
      components: [{ type: "body", parameters: parameters.map((text) => ({ type: "text", text })) }],
    }),
  delay: (seconds: number) => withPayload("delay")({ delay: seconds }),
  location: withPayload("location"),
  reaction: (messageId: string, emoji: string) => withPayload("reaction")({ message_id: messageId, emoji }),
  order: withPayload("order"),
  poll: (question: string, options: readonly string[]) =>
    withPayload("poll")({ question, options, selectable_count: 1 }),
  pollVote: (option: string) => withPayload("poll_vote")({ selected_options: [option] }),
  contacts: withPayload("contacts"),
  sticker: (link: string) => withPayload("sticker")({ link, mime_type: "image/webp", animated: false }),
  unsupported: (): PlatformMessage => ({
    type: "unsupported",
    errors: [
      { code: 131051, title: "Message type unknown", error_data: { details: "View-once photos cannot be forwarded." } },
    ],
  }),
  systemNotice: (body: string) => withPayload("system")({ type: "user_changed_number", body }),
  /** WhatsApp messages of a business other than text, and the answers to them. */
  interactive: withPayload("interactive"),
  replyButtons: (body: string, titles: readonly string[]) =>
    withPayload("interactive")({
      type: "button",
      body: { text: body },
      action: { buttons: titles.map((title, index) => ({ type: "reply", reply: { id: String(index + 1), title } })) },
    }),
  buttonReply: (id: string, title: string) =>
    withPayload("interactive")({ type: "button_reply", button_reply: { id, title } }),
  flow: (body: string, opener: string) => withPayload("flow")({ body, flow_cta: opener, flow_id: "7719" }),
  flowResponse: (answers: Record<string, string>) =>
    withPayload("flow.response")({ name: "flow", body: "Sent", response_json: JSON.stringify(answers) }),
};
