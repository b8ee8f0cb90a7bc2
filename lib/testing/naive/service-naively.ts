import type { ServiceEvent, Somebody } from "@/lib/testing/worlds/service-world";

/** The result of `serviceNaively`. */
export interface NaiveService {
  humanWaitMs: number | null;
  firstReplyMs: number | null;
  longestReplyMs: number | null;
  waitingSince: string | null;
  lastPrompt: { type: string; text: string; answered: boolean } | null;
  reopened: boolean;
  firstVisitorMessage: string | null;
  /** Indexes of events. */
  handover: number | null;
  /** In the order of `replies`: the sender's id, and the reply time if a visitor was waiting. */
  replyTimes: { person: string; tookMs: number | null }[];
  closedAt: string | null;
  /** Which kinds of events there are. */
  sent: { messageSent: boolean; assigneeSent: boolean; statusSent: boolean };
  visitorSpokeLast: boolean;
  visitorTurns: number;
  closer: "bot" | "human" | "system" | null;
  /** The user who closed it; null if it was not a human user. */
  closedByPerson: string | null;
  replies: number[];
}

/**
 * Computes replies and response times of a `serviceWorld` naively: each value with a scan over all events, without a running
 * state and without the fold's code.
 *
 * @param events in the sender's order
 */
export function serviceNaively(events: readonly ServiceEvent[]): NaiveService {
  const places = events.map((_, place) => place);
  const payloadAt = (place: number) => events[place]?.event.payload ?? {};
  const typeAt = (place: number) => events[place]?.event.type;
  const messageAt = (place: number) => payloadAt(place).message?.type ?? null;
  const byAt = (place: number) => payloadAt(place).message_by?.type ?? null;

  const isVisitors = (place: number) =>
    byAt(place) === "visitor" && !["javascript.response", "reaction"].includes(messageAt(place) ?? "");
  const isBotsId = (id: string | null, place: number) =>
    id !== null &&
    places.some(
      (other) => other <= place && named(payloadAt(other)).some((one) => one.type === "bot" && one.id === id),
    );
  const isHuman = (somebody: Somebody | null, place: number) =>
    somebody?.type === "team" || (somebody?.type === "user" && !isBotsId(somebody.id, place));
  const assigning = (place: number) =>
    typeAt(place) === "assignee_change" || payloadAt(place).assigned_to_user !== undefined;
  const isHumanAssigned = (place: number) => {
    const last = places.findLast((other) => other <= place && assigning(other));
    if (last === undefined) return false;
    return isHuman(payloadAt(last).to ?? payloadAt(last).assigned_to_user ?? null, place);
  };
  const asks = (place: number) => messageAt(place) === "text" && payloadAt(place).message?.payload !== undefined;
  const isPrompt = (place: number) => ["button", "form", "javascript"].includes(messageAt(place) ?? "") || asks(place);
  const isReply = (place: number) =>
    byAt(place) === "user" &&
    messageAt(place) !== "delay" &&
    isHuman(payloadAt(place).message_by ?? null, place) &&
    !(isPrompt(place) && !places.some((other) => other < place && isHumanAssigned(other)));

  const saysClosed = (place: number) => payloadAt(place).status === "Close" || payloadAt(place).is_closed === 1;
  const saysOpen = (place: number) => payloadAt(place).status === "Open" || payloadAt(place).is_closed === 0;
  const isClosed = (place: number) => {
    const last = places.findLast((other) => other <= place && (saysClosed(other) || saysOpen(other)));
    return last !== undefined && saysClosed(last);
  };

  const end = events.length - 1;
  const replies = places.filter(isReply);
  const charge = places.find(isHumanAssigned) ?? null;
  const [firstReply = null] = replies;
  const handover = charge === null || firstReply === null ? (charge ?? firstReply) : Math.min(charge, firstReply);
  const firstWords = places.find(isVisitors) ?? null;
  const nextReply = (place: number) => replies.find((reply) => reply > place) ?? null;
  const between = (from: number | null, to: number | null) =>
    from === null || to === null ? null : (microseconds(events[to]) - microseconds(events[from])) / 1000;

  /** Visitor messages to an assigned human, if no earlier one is waiting since the last reply. */
  const owed = places.filter(
    (place) =>
      isVisitors(place) &&
      isHumanAssigned(place) &&
      !places.some(
        (other) =>
          other < place &&
          isVisitors(other) &&
          isHumanAssigned(other) &&
          !replies.some((reply) => reply > other && reply < place),
      ),
  );
  const times = owed.map((place) => between(place, nextReply(place))).filter((time) => time !== null);
  const lastEnd = Math.max(replies.at(-1) ?? -1, places.findLast(saysClosed) ?? -1);
  const waiting = places.find((place) => place > lastEnd && isVisitors(place) && isHumanAssigned(place));
  const isWaiting = waiting !== undefined && isHumanAssigned(end) && !isClosed(end);
  const prompt = places.findLast((place) => isPrompt(place) && messageAt(place) !== "javascript");

  const isSpoken = (place: number) =>
    isVisitors(place) ||
    (messageAt(place) !== null &&
      !["delay", "reaction", "system"].includes(messageAt(place) ?? "") &&
      byAt(place) !== "visitor");
  const spoken = places.filter(isSpoken);
  const lastSpoken = spoken.at(-1);
  const status = places.findLast((place) => typeAt(place) === "status");
  const closedBy = status === undefined ? null : (payloadAt(status).closed_by ?? null);
  const closer = isHuman(closedBy, end)
    ? "human"
    : closedBy?.type === "bot" || closedBy?.type === "user"
      ? "bot"
      : "system";

  const lastClose = places.findLast(saysClosed);

  return {
    replyTimes: replies.map((reply) => ({
      person: payloadAt(reply).message_by?.id ?? "",
      tookMs: between(owed.find((place) => nextReply(place) === reply) ?? null, reply),
    })),
    sent: {
      messageSent: places.some((place) => typeAt(place) === "message"),
      assigneeSent: places.some((place) => typeAt(place) === "assignee_change"),
      statusSent: status !== undefined,
    },
    closedAt: lastClose === undefined ? null : isoOf(events[lastClose]),
    visitorSpokeLast: lastSpoken !== undefined && isVisitors(lastSpoken),
    visitorTurns: spoken.filter((place, index) => {
      const before = spoken[index - 1];
      return isVisitors(place) && (before === undefined || !isVisitors(before));
    }).length,
    closer: isClosed(end) ? closer : null,
    closedByPerson: isClosed(end) && closer === "human" && closedBy?.type === "user" ? closedBy.id : null,
    humanWaitMs: handover === firstReply ? null : between(handover, firstReply),
    firstReplyMs: firstWords === null ? null : between(firstWords, nextReply(firstWords)),
    longestReplyMs: times.length === 0 ? null : Math.max(...times),
    waitingSince: isWaiting ? isoOf(events[waiting]) : null,
    lastPrompt:
      prompt === undefined
        ? null
        : {
            type: messageAt(prompt) ?? "",
            text: promptText(payloadAt(prompt).message),
            answered: places.some((place) => place > prompt && isVisitors(place)),
          },
    reopened: places.some((place) => saysOpen(place) && isClosed(place - 1)),
    firstVisitorMessage: firstWords === null ? null : textOf(payloadAt(firstWords).message),
    handover,
    replies,
  };
}

function named({ message_by, from, to, assigned_to_user }: ServiceEvent["event"]["payload"]): Somebody[] {
  return [message_by, from, to, assigned_to_user].filter((one) => one !== undefined && one !== null);
}

function textOf(message: ServiceEvent["event"]["payload"]["message"]): string {
  return message?.text ?? String(message?.payload?.body);
}

function promptText(message: ServiceEvent["event"]["payload"]["message"]): string {
  return String(message?.payload?.title ?? message?.payload?.text);
}

function isoOf(event: ServiceEvent | undefined): string {
  const [moment = "", fraction = ""] = (event?.timestamp ?? "").replace(" ", "T").replace("Z", "").split(".");
  return `${moment}.${fraction.padEnd(6, "0")}Z`;
}

function microseconds(event: ServiceEvent | undefined): number {
  const iso = isoOf(event);
  return Date.parse(`${iso.slice(0, 23)}Z`) * 1000 + Number(iso.slice(23, 26));
}
