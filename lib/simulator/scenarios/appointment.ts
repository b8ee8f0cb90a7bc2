import { labels } from "../cast";
import type { ConversationScript } from "../conversation-script";
import { messages, variableToken } from "../messages";
import { fill } from "../phrasebook";
import { fillsContactForm, opensWithMenu } from "./openings";

const slots = [
  { date: "27/11/2026", iso: "2026-11-27", american: "11/27/2026", day: "Friday", time: "10:00" },
  { date: "30/11/2026", iso: "2026-11-30", american: "11/30/2026", day: "Monday", time: "14:30" },
  { date: "02/12/2026", iso: "2026-12-02", american: "12/02/2026", day: "Wednesday", time: "09:15" },
] as const;

/** An appointment: by date picker, by the platform's own booking block, or by Calendly. */
export function appointment(script: ConversationScript): void {
  const { words, random, bot, visitor } = script;
  opensWithMenu(script, "booking");
  fillsContactForm(script, false);
  const slot = random.pick(slots);
  const method = random.pick(["calendar", "block", "calendly"] as const);
  if (method === "calendar") {
    script.says(messages.calendar(words.askDate, { exclude_days: ["Sunday"], start: "11/23/2026" }));
    script.visitorSays(
      random.chance(0.5)
        ? messages.calendarResponse({ text: slot.american, value: slot.iso })
        : messages.text(slot.american),
    );
    script.sets({ preferred_date: slot.iso });
  } else if (method === "block") {
    const eventId = random.integer(600, 640);
    script.says(messages.appointment(eventId, words.appointment, 30));
    const variables = {
      visitor_name: visitor.name,
      param__gcal_selected_slot_time: slot.time,
      param__gcal_selected_slot_date: slot.date,
      param__gcal_selected_slot_day: slot.day,
    };
    script.visitorSays(
      messages.appointmentResponse({
        event_id: eventId,
        is_booking_confirmed: true,
        is_booking_failed: false,
        event_name: words.appointment,
        visitor_timezone: `${words.offset} ${words.timezone}`,
        variables: random.chance(0.7)
          ? Object.entries(variables).map(([name, value]) => ({ type: "text", name, value }))
          : Object.fromEntries(Object.entries(variables).map(([name, value]) => [variableToken(name), value])),
      }),
      [20, 120],
    );
  } else {
    const event = `https://calendly.example.com/scheduled_events/${random.hex(16)}`;
    script.says(
      messages.text(
        `<p>${words.askDate} <a href="https://calendly.example.com/harbour/visit">calendly.example.com/harbour</a></p>`,
      ),
    );
    script.visitorSays(
      messages.calendlyResponse({
        [variableToken("is_calendly_event_scheduled")]: true,
        [variableToken("calendly_event")]: event,
        [variableToken("calendly_invitee")]: `${event}/invitees/${random.hex(16)}`,
      }),
      [30, 200],
    );
  }
  script.adds(labels.booking, bot.actor);
  script.says(messages.text(fill(words.booked, { date: slot.date, time: slot.time })));
  script.says(messages.button(words.anythingElse, [messages.branch(words.yes, 3), messages.branch(words.no, 9)]));
  if (random.chance(0.8)) {
    script.visitorSays(messages.buttonResponse(words.no));
    script.says(messages.text(words.closing)).closes(bot.actor);
  }
}

/** A reminder by SMS or WhatsApp template, answered with one word. */
export function reminder(script: ConversationScript): void {
  const { words, random, visitor, bot } = script;
  const slot = random.pick(slots);
  script.says(messages.template("appointment_reminder", words.browserLanguage, [visitor.name, slot.date, slot.time]));
  script.reports("message_status", { status: "delivered", message_by: bot.actor });
  if (random.chance(0.7)) {
    script.visitorSays(messages.text(words.yes), [60, 4_000]).sets({ confirmed: true });
    script.says(messages.text(fill(words.booked, { date: slot.date, time: slot.time }))).closes(bot.actor);
  }
}
