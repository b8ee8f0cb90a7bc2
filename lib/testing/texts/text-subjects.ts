import { TextBudget } from "@/lib/conversation/cut-beyond";
import { messageIdentity } from "@/lib/conversation/message-identity";
import { pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { readSnapshot, writeSnapshot } from "@/lib/conversation/snapshot";
import { stepsOf } from "@/lib/conversation/steps/steps-of";
import { withoutValues } from "@/lib/conversation/steps/values-in-text";
import { summarise } from "@/lib/conversation/summarise";
import { toConversation } from "@/lib/conversation/to-conversation";
import { pseudonyms } from "@/lib/erasure/pseudonyms";
import { skeletonOf } from "@/lib/erasure/skeleton";
import { eventLines } from "@/lib/event-types/event-lines";
import { genericText } from "@/lib/event-types/generic-text";
import { searchTextOf } from "@/lib/event-types/search-text";
import { unknownPayloadFields } from "@/lib/event-types/unfamiliar/known-fields";
import { unfamiliarIn } from "@/lib/event-types/unfamiliar/unfamiliar";
import { readEnvelope } from "@/lib/events/envelope";
import type { Event } from "@/lib/events/event";
import { identifier } from "@/lib/events/identifier";
import { completionsAt } from "@/lib/filter-text/completions-at";
import { formatFilters } from "@/lib/filter-text/format-filters";
import { nearest } from "@/lib/filter-text/nearest";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";
import { quote, quoteName, quoteText } from "@/lib/filter-text/quote";
import { tokenise } from "@/lib/filter-text/tokenise";
import { noFilters } from "@/lib/filters/conversation-filters";
import { readMoment } from "@/lib/filters/values/moment";
import { readCountRange, readDurationRange, readMomentRange } from "@/lib/filters/values/range";
import { comparingCourses } from "@/lib/fold/compare/compare-courses";
import { diffConversations } from "@/lib/fold/compare/diff";
import { sharedQuestions } from "@/lib/fold/compare/path-outcome";
import { fold } from "@/lib/fold/fold";
import { chaptersOf } from "@/lib/fold/log/chapters";
import { outlineOf } from "@/lib/fold/log/outline";
import { questionnaire } from "@/lib/fold/questionnaire";
import { cutEvents } from "@/lib/ingest/body/cut-events";
import { formFields } from "@/lib/ingest/body/form-fields";
import { findJsonFault } from "@/lib/ingest/body/json-fault";
import { looseSpans } from "@/lib/ingest/body/loose-spans";
import { maskText as maskTokens } from "@/lib/ingest/tokens/mask-tokens";
import { tokensInText } from "@/lib/ingest/tokens/scan-for-token";
import { canonicalJson } from "@/lib/json/canonical-json";
import { isInexactNumber, quoteInexactNumbers } from "@/lib/json/exact-numbers";
import { parseJson } from "@/lib/json/parse-json";
import { plainJson } from "@/lib/json/plain-json";
import { storableText } from "@/lib/json/storable-text";
import { strictJson } from "@/lib/json/strict-json";
import { KnownValues } from "@/lib/masking/known-values";
import { maskEvent, personalValuesOf } from "@/lib/masking/mask-event";
import { maskRaw } from "@/lib/masking/mask-raw";
import { maskMarkup, maskText } from "@/lib/masking/mask-text";
import { plainMasking } from "@/lib/masking/masking";
import { calendarDate } from "@/lib/messages/parts/calendar-date";
import { fileExtension, fileNameOfLink } from "@/lib/messages/parts/file-name";
import { promptText } from "@/lib/messages/prompt-text";
import { definitionOf } from "@/lib/messages/read-message";
import { guardFormulas } from "@/lib/queries/exports/guard-formulas";
import { accentPattern, accentText } from "@/lib/search/accent-text";
import { findMatches } from "@/lib/search/find-matches";
import { foldText, foldWithPlaces } from "@/lib/search/fold-for-search";
import { finder, nameKey, namer } from "@/lib/search/is-found";
import { snippetOf } from "@/lib/search/snippet";
import { Script } from "@/lib/testing/script";
import { splitAtBidiControls, withoutBidiControls } from "@/lib/text/bidi-controls";
import { cleanLink } from "@/lib/text/clean-link";
import { decodeEntities } from "@/lib/text/html-entities";
import { holdsTags } from "@/lib/text/html-tags";
import { looksLikeMarkdown } from "@/lib/text/looks-like-markdown";
import { literalLines, plainLines } from "@/lib/text/plain-lines";
import { literalLine, plainText } from "@/lib/text/plain-text";
import { safeLink } from "@/lib/text/safe-link";
import { splitAtLinks } from "@/lib/text/split-at-links";
import { replaceVariableTokens, variableName } from "@/lib/text/variable-token";
import { parseTimestamp } from "@/lib/time/instant";
import { readSentTime } from "@/lib/time/sent-time";
import { readTimeZone } from "@/lib/time/time-zone";
import { parseUnixTime } from "@/lib/time/unix-time";
import { archivePage } from "@/lib/transcript/archive-page";
import { emphasizedLine, markdownLine, markdownLines } from "@/lib/transcript/markdown-text";
import { type TranscriptForm, TranscriptReader } from "@/lib/transcript/transcript";
import { transcriptHtml } from "@/lib/transcript/transcript-html";
import { transcriptMarkdown } from "@/lib/transcript/transcript-markdown";
import { transcriptText } from "@/lib/transcript/transcript-text";

/** Functions that receive sent texts, by name. Add a line for each new one. */
export const textSubjects: Record<string, (text: string) => unknown> = {
  // lib/search
  foldText,
  foldWithPlaces,
  "findMatches of short texts": (text) => findMatches(text, ["a", "zz", "é", "a b"]),
  "findMatches of a long text": (text) => findMatches("a short one", [text]),
  "accentText and accentPattern": (text) => [accentText(foldText(text)), accentPattern(foldText(text))],
  finder: (text) => finder("é b")(text),
  namer: (text) => namer(text)(text),
  nameKey,
  "snippetOf a short match": (text) => snippetOf(text, { start: text.length >> 1, end: (text.length >> 1) + 3 }),
  "snippetOf a long match": (text) => snippetOf(text, { start: 1, end: text.length - 1 }),
  // lib/filter-text
  tokenise,
  parseFilterText,
  "completionsAt the end": (text) => completionsAt(text, text.length),
  quote,
  quoteText,
  quoteName,
  nearest: (text) => nearest(text, ["label", "status"]),
  formatFilters: (text) => formatFilters({ ...noFilters, label: [text], "-q": [text], "q.all": [text, text] }),
  // lib/time and other time parsers
  parseTimestamp,
  parseUnixTime,
  readSentTime,
  readTimeZone,
  readMoment: (text) => readMoment(text, "start"),
  "ranges of a filter": (text) => [readMomentRange(text, 0n), readCountRange(text), readDurationRange(text)],
  // lib/events
  "canonicalJson of a text": (text) => canonicalJson(JSON.stringify(text)),
  "canonicalJson of many": (text) => canonicalJson(JSON.stringify(text.slice(0, text.length / 8).split(""))),
  readEnvelope: (text) => readEnvelope({ event: { type: text, payload: text }, conversation: { key: text } }),
  "parseJson of a text": (text) => parseJson(JSON.stringify({ [text]: [text, 1] })),
  "quoteInexactNumbers in a text": (text) => quoteInexactNumbers(JSON.stringify([`:${text}`, text])),
  isInexactNumber,
  strictJson,
  identifier,
  plainJson,
  storableText,
  "genericText of a text": (text) => genericText("note", { text }),
  "genericText of a key": (text) => genericText(text, { [text]: 1 }),
  unknownPayloadFields: (text) => unknownPayloadFields("message", { message: { type: "text", [text]: text } }),
  unfamiliarIn: (text) => sent({ type: "text", [text]: text }).map((event) => unfamiliarIn(event, [text])),
  // lib/ingest and lib/queries
  tokensInText,
  formFields,
  looseSpans,
  "looseSpans in a batch": (text) => looseSpans(`{"events":[{"event":{"type":"${text}`),
  findJsonFault,
  "a mask": (text) => maskTokens(text, ["a-token-of-some-length", "a", text.slice(0, 30)]),
  guardFormulas,
  "guardFormulas of a number": (text) => guardFormulas(`=,+1${text}`),
  // lib/messages
  plainText,
  decodeEntities,
  holdsTags,
  looksLikeMarkdown,
  cleanLink,
  safeLink,
  fileNameOfLink,
  fileExtension,
  variableName,
  replaceVariableTokens: (text) => replaceVariableTokens(text),
  calendarDate: (text) => [calendarDate(text, "DD/MM/YYYY"), calendarDate("01/02/2024", text)],
  promptText: (text) => promptText(text, [text]),
  definitionOf,
  bidiControls: (text) => [withoutBidiControls(text), splitAtBidiControls(text)],
  plainLines,
  literalLines,
  literalLine,
  splitAtLinks,
  "what search finds of a message": (text) => sent({ type: "text", text }).map(searchTextOf),
  "an event in its lines": (text) => sent({ type: "text", text }).map(eventLines),
  // lib/conversation
  "the fold of a conversation": (text) => fold(conversation(text)),
  "the state as it is shown, stored and listed": (text) => {
    const state = fold(conversation(text));
    return [toConversation(state), summarise(state), readSnapshot(writeSnapshot(state))];
  },
  "withoutValues of short values": (text) => withoutValues(text, { a: variable("a a"), b: variable("bé") }),
  "withoutValues of a long value": (text) => withoutValues("a short one", { visitor_name: variable(text) }),
  "a prompt with many choices": (text) => {
    const titles = text.match(/[\s\S]{1,100}/g) ?? [];
    const script = new Script();
    script.says("bot", {
      type: "button",
      payload: { title: text.slice(0, 1000), buttons: titles.map((title) => ({ title })) },
    });
    return stepsOf(fold(script.events));
  },
  "exchanges and questions": (text) => {
    const events = conversation(text);
    return questionnaire(events, pairExchanges(events));
  },
  "the difference of two conversations": (text) => {
    const [events, others] = [conversation(text), conversation(`${text}b`)];
    return diffConversations(compared(events), compared(others));
  },
  "the outline of a conversation": (text) => {
    const events = conversation(text);
    const state = toConversation(fold(events));
    const chapters = chaptersOf({ conversation: state, statusChanges: [], events });
    const exchanges = pairExchanges(events);
    return outlineOf({ events, chapters, exchanges, gaps: [], dayOf: (instant) => instant.slice(0, 10) });
  },
  "the paths of two conversations": (text) => {
    const [{ questions }, others] = [courseOf(conversation(text)), courseOf(conversation(`${text}b`))];
    return sharedQuestions(questions, others.questions);
  },
  "the courses of two conversations": (text) => {
    const [events, others] = [conversation(text), conversation(`${text}b`)];
    return [...comparingCourses(courseOf(events), courseOf(others))];
  },
  "the identity of a message": (text) => messageIdentity({ type: "text", text }),
  "what is kept of a long text": (text) => new TextBudget().takeValue({ text }, "1"),
  // lib/masking
  maskText: (text) => maskText(text, new KnownValues(["a", "a a", "aa", "é b", "0803 555 0147"].map(known))),
  maskMarkup: (text) => maskMarkup(text, plainMasking.known),
  "masks of itself": (text) => maskText(text, new KnownValues([known(text)])),
  "masks of many values": (text) => maskText(text, new KnownValues(text.slice(0, 2000).split(/\s/).map(known))),
  "a masked event": (text) =>
    sent({ type: "text", [text.slice(0, text.length / 2)]: text }).map((event) => [
      maskEvent(event, plainMasking),
      personalValuesOf(event, plainMasking.settings),
    ]),
  "a masked source": (text) => {
    const payload = { message: { type: "text", text }, browser: text, [text]: { name: "os", value: text } };
    const raw = JSON.stringify({ event: { type: "message", payload }, visitor: { key: "1", id: text } });
    return [maskRaw(raw, "contacts", plainMasking), maskRaw(raw, "technical", plainMasking)];
  },
  // lib/erasure
  skeletonOf: (text) => {
    const message = { type: "button", payload: { title: text, buttons: [{ title: text, [text]: text }] } };
    const event = { type: "message", payload: { message_by: { type: "visitor", id: text }, message } };
    const raw = JSON.stringify({ event, conversation: { key: "1" }, timestamp: "2023-09-01 14:13:32" });
    return skeletonOf(raw, { visitorKey: () => "", texts: pseudonyms(Buffer.alloc(32)) });
  },
  "cutEvents in a batch": (text) => cutEvents(Buffer.from(`{"events":[{"event":{"type":"${text}`), () => null),
  // lib/transcript
  markdownLines,
  markdownLine,
  emphasizedLine,
  "a transcript as text": (text) => transcriptOf(transcriptText, text),
  "a transcript as Markdown": (text) => transcriptOf(transcriptMarkdown, text),
  "a transcript as HTML": (text) => transcriptOf(transcriptHtml, text),
  archivePage: (text) =>
    archivePage({
      ...{ writtenAt: text, visitors: [], recipients: [text] },
      conversations: [{ title: text, createdAt: text, eventCount: 1, html: text, json: text }],
      reads: [{ date: text, purpose: text, by: text, count: 1 }],
    }),
};

function variable(value: string) {
  return { value, type: "text", scope: "contact", eventId: "1", updatedAt: "2024-01-01T00:00:00.000000Z" } as const;
}

function known(text: string) {
  return { kind: "name", text } as const;
}

function sent(message: unknown): Event[] {
  const script = new Script();
  script.says("visitor", message);
  return script.events;
}

/** A question with an answer, a variable and a note, all with the same text. */
function conversation(text: string): Event[] {
  const part = text.slice(0, text.length / 6);
  const script = new Script();
  script.says("bot", { type: "button", payload: { title: part, buttons: [{ title: part, value: "1" }] } });
  script.says("visitor", { type: "button.response", payload: { text: part } });
  script.text("visitor", part);
  script.sets("name", part);
  script.add("note", { note_by: { type: "user", id: "1", email: null }, note: part });
  return script.events;
}

function transcriptOf(form: TranscriptForm, text: string): string[] {
  const events = conversation(text);
  const reader = new TranscriptReader(compared(events));
  for (const event of events) reader.add(event);
  return [
    form.head(reader.head()),
    ...events.map((event) => form.entry(reader.lineOf(event), null)),
    form.end(reader.end()),
  ];
}

function compared(events: readonly Event[]) {
  return toConversation(fold(events));
}

function courseOf(events: readonly Event[]) {
  return { events, questions: questionnaire(events, pairExchanges(events)) };
}
