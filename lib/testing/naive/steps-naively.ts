import { type FlowActor, type FlowEvent, question, templates } from "@/lib/testing/worlds/flow-world";

/** A prompt of the bot in a `flowWorld`. */
export interface NaiveStep {
  /** The prompt that it belongs to, if those without targets are one. */
  prompt: string;
  shown: string;
  outcome: "answered" | "typedInstead" | "askedAgain" | "handedOver" | "open";
  /** The index of the choice; null without one. */
  answer: number | null;
  /** Milliseconds since 1970. */
  at: number;
  tookMs: number | null;
  cameFrom: "start" | "prompt" | "human" | "closed";
  wentTo: "prompt" | "human" | "closed" | "open";
}

interface Shown {
  place: number;
  template: (typeof templates)[number] | null;
  isBots: boolean;
  /** What happened to it, by the index of the event. */
  signals: { at: number; what: "answered" | "typedInstead" | "askedAgain" | "handedOver"; answer?: number | null }[];
}

/** Computes the steps of a `flowWorld` naively, with scans over all events and without the fold's code. */
export function stepsNaively(events: readonly FlowEvent[]): NaiveStep[] {
  return courseNaively(events).steps;
}

/** The same, with the time of the handover in milliseconds since 1970. */
export function courseNaively(events: readonly FlowEvent[]): { steps: NaiveStep[]; handoverAt: number | null } {
  const places = events.map((_, place) => place);
  const payloadAt = (place: number) => events[place]?.event.payload ?? {};
  const messageAt = (place: number) => payloadAt(place).message ?? null;
  const byAt = (place: number) => payloadAt(place).message_by ?? null;
  const isVisitors = (place: number) => byAt(place)?.type === "visitor";
  const templateAt = (place: number) => {
    const { title } = messageAt(place)?.payload ?? {};
    return templates.find((one) => String(title).startsWith(one.title.split("{")[0] ?? "")) ?? null;
  };
  const isPrompt = (place: number) => ["button", "form"].includes(messageAt(place)?.type ?? "");
  const isText = (place: number) => messageAt(place)?.type === "text" && !isVisitors(place);

  const isHuman = (actor: FlowActor | null, place: number) =>
    actor?.type === "user" &&
    !places.some(
      (other) =>
        other <= place &&
        [byAt(other), payloadAt(other).to, payloadAt(other).assigned_to_user, payloadAt(other).from].some(
          (one) => one?.type === "bot" && one.id === actor.id,
        ),
    );
  const assigning = (place: number) =>
    events[place]?.event.type === "assignee_change" || payloadAt(place).assigned_to_user !== undefined;
  const isTaken = (place: number) => {
    const to = payloadAt(place).to ?? payloadAt(place).assigned_to_user ?? null;
    return assigning(place) && (to?.type === "team" || isHuman(to, place));
  };
  const isBots = (place: number) =>
    byAt(place)?.type === "bot" ||
    (byAt(place)?.type === "user" &&
      (!isHuman(byAt(place), place) || (isPrompt(place) && !places.some((other) => other < place && isTaken(other)))));
  const isTakeover = (place: number) => isTaken(place) || (byAt(place)?.type === "user" && !isBots(place));
  const isClose = (place: number) => payloadAt(place).status === "Close";

  const shown: Shown[] = [];
  /** The visitor's inputs: index, the prompt that they belong to, and the plain text that they may answer. */
  let input = { place: -1, typed: null as Shown | null, question: null as number | null };
  for (const place of places) {
    if (isPrompt(place)) shown.push({ place, template: templateAt(place), isBots: isBots(place), signals: [] });
    if (isVisitors(place)) input = react(place, input.place);
    const value = payloadAt(place).variables?.[0]?.value;
    if (input.question !== null && value === messageAt(input.place)?.text) {
      const { typed, question: asked, place: answered } = input;
      if (typed !== null) typed.signals = typed.signals.filter(({ at }) => at !== answered);
      shown.push({
        ...{ place: asked, template: null, isBots: isBots(asked) },
        signals: [{ at: answered, what: "answered", answer: null }],
      });
      input = { ...input, question: null };
    }
  }

  /** A message of the visitor. */
  function react(place: number, lastInput: number): typeof input {
    const message = messageAt(place);
    const isAnswered = ({ signals }: Shown) => signals.some(({ what }) => what === "answered");
    const isReplaced = (one: Shown) =>
      shown.some((other) => other.place > one.place && sentAt(other.place) === sentAt(one.place));
    if (message?.type === "text") {
      const current = shown.filter(({ template }) => template !== null).at(-1);
      const isOver = places.some(
        (other) => other > (current?.place ?? -1) && other < place && byAt(other)?.type === "user" && !isPrompt(other),
      );
      const isFree = current !== undefined && !isOver && current.signals.length === 0;
      if (isFree) current.signals.push({ at: place, what: "typedInstead" });
      const text = places.findLast((other) => other < place && isText(other)) ?? -1;
      const isNewer = text > Math.max(isFree ? current.place : -1, lastInput);
      return { place, typed: isFree ? current : null, question: isNewer ? text : null };
    }
    const isForm = message?.type === "form.response";
    const open = shown.filter(
      (one) =>
        one.template !== null && (one.template.choices === null) === isForm && !isAnswered(one) && !isReplaced(one),
    );
    const body = String(message?.payload?.body);
    const offers = ({ template }: Shown) => isForm || template?.choices?.some(({ title }) => title === body) === true;
    const found = open.findLast(offers) ?? open.findLast((one) => one.place > lastInput);
    if (found !== undefined) {
      const index = found.template?.choices?.findIndex(({ title }) => title === body) ?? -1;
      found.signals.push({ at: place, what: "answered", answer: index === -1 ? null : index });
    }
    return { place, typed: null, question: null };
  }

  function sentAt(place: number): string {
    return JSON.stringify(messageAt(place));
  }

  const steps = shown.filter((one) => one.isBots).sort((a, b) => a.place - b.place);
  const isSame = (one: Shown, other: Shown) =>
    one.template === null || other.template === null
      ? one.template === other.template
      : one.template.prompt === other.template.prompt &&
        (one.template.prompt !== "yes or no" || one.template === other.template);
  const handover = places.find(isTakeover);
  const found = steps.map((step, index): NaiveStep => {
    const others = [
      ...places
        .filter((place) => place > step.place && isTakeover(place))
        .map((at) => ({ at, what: "handedOver" as const })),
      ...steps
        .filter((other) => other.place > step.place && isSame(step, other))
        .map(({ place }) => ({ at: place, what: "askedAgain" as const })),
    ];
    const first = (signals: Shown["signals"]) => signals.toSorted((a, b) => a.at - b.at)[0];
    const ended = first(others)?.at ?? events.length;
    const own = step.signals.filter(({ at }) => at < ended);
    const decisive = own.find(({ what }) => what === "answered") ?? first(own) ?? first(others);
    const isMark = (place: number) => isTakeover(place) || isClose(place);
    const markBetween = (from: number, to: number) => {
      const mark = places.find((place) => place > from && place < to && isMark(place));
      return mark === undefined ? null : isTakeover(mark) ? ("human" as const) : ("closed" as const);
    };
    const [before, next] = [steps[index - 1], steps[index + 1]];
    const answered = decisive?.what === "answered" ? decisive : null;
    return {
      prompt: step.template?.prompt ?? question,
      shown: step.template?.shown ?? question,
      outcome: decisive?.what ?? "open",
      answer: answered?.answer ?? null,
      at: timeAt(step.place),
      tookMs: answered === null ? null : timeAt(answered.at) - timeAt(step.place),
      cameFrom: before === undefined ? "start" : (markBetween(before.place, step.place) ?? "prompt"),
      wentTo: markBetween(step.place, next?.place ?? events.length) ?? (next === undefined ? "open" : "prompt"),
    };
  });
  return { steps: found, handoverAt: handover === undefined ? null : timeAt(handover) };

  function timeAt(place: number): number {
    return Date.parse(`${events[place]?.timestamp.replace(" ", "T")}Z`);
  }
}
