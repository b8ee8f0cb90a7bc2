import { eventTypes } from "@/lib/event-types/event-types";
import { addExample, addSchema, collectUnknown, type FieldTree } from "@/lib/json/field-tree";
import { isRecord } from "@/lib/json/is-record";
import { messageTypes } from "@/lib/messages/message-types";
import { definitionOf } from "@/lib/messages/read-message";
import { publishedSamples } from "./published-samples";

/** Fields of `payload` that are neither in a published sample nor in the schema of this event type; none for an unknown type. */
export function unknownPayloadFields(type: string, payload: unknown): string[] {
  const tree = ofEvents.get(type) ?? learnEvent(type);
  if (tree === null) return [];
  const found: string[] = [];
  collectUnknown(tree, payload, "", found);
  if (type !== "message" || !isRecord(payload) || !isRecord(payload.message)) return found;
  const { type: messageType } = payload.message;
  const messageTree = typeof messageType === "string" ? messageTreeOf(messageType) : null;
  if (messageTree !== null) collectUnknown(messageTree, payload.message, "message", found);
  return found;
}

/** Fields next to the payload that the published envelope does not have (docs/support-hunt/webhook.md §2). */
export function unknownEnvelopeFields(delivered: unknown): string[] {
  const found: string[] = [];
  collectUnknown(envelope, delivered, "", found);
  return found;
}

/** The names of all fields of messages that are in a published sample or in a schema, in any place. */
export function messageFieldNames(): Set<string> {
  const names = new Set<string>();
  const addNames = (tree: FieldTree) => {
    for (const [name, inner] of tree) {
      names.add(name);
      addNames(inner);
    }
  };
  for (const type of Object.keys(messageTypes)) addNames(messageTreeOf(type) ?? new Map());
  return names;
}

const envelope: FieldTree = new Map();
const samplesOfEvents = new Map<string, unknown[]>();
const samplesOfMessages = new Map<string, unknown[]>();
for (const { events } of publishedSamples) for (const delivered of events) learn(delivered);

const ofEvents = new Map<string, FieldTree | null>();
const ofMessages = new Map<string, FieldTree | null>();
/** Limit of cached message types, since senders choose them. */
const maxRemembered = 1000;

function learn(delivered: unknown): void {
  if (!isRecord(delivered) || !isRecord(delivered.event) || !isRecord(delivered.event.payload)) return;
  const { type, payload } = delivered.event;
  addExample(envelope, { ...delivered, event: { type, payload: null } });
  const { message, ...rest } = payload;
  // The content of a message depends on the message's type.
  remember(samplesOfEvents, type, message === undefined ? rest : { ...rest, message: null });
  if (isRecord(message)) remember(samplesOfMessages, message.type, message);
}

function remember(samples: Map<string, unknown[]>, type: unknown, sample: unknown): void {
  samples.set(String(type), [...(samples.get(String(type)) ?? []), sample]);
}

function learnEvent(type: string): FieldTree | null {
  const schema = eventTypes.get(type)?.payload;
  if (schema === undefined) return null;
  const tree: FieldTree = new Map();
  addSchema(tree, schema);
  for (const sample of samplesOfEvents.get(type) ?? []) addExample(tree, sample);
  ofEvents.set(type, tree);
  return tree;
}

function messageTreeOf(sentType: string): FieldTree | null {
  const remembered = ofMessages.get(sentType);
  if (remembered !== undefined) return remembered;
  const definition = definitionOf(sentType);
  if (definition === null) return null;
  const tree: FieldTree = new Map([["type", new Map()]]);
  addSchema(tree, definition.content);
  for (const sample of samplesOfMessages.get(definition.type) ?? []) addExample(tree, sample);
  addExample(tree, describedVariants[definition.type]);
  if (ofMessages.size < maxRemembered) ofMessages.set(sentType, tree);
  return tree;
}

const file = { link: "", file_name: "", filename: "", mime_type: "", extension: "" };

/** Shapes that docs/support-hunt/webhook.md §4 describes without a sample and that the schemas do not list. */
const describedVariants: { [messageType: string]: unknown } = {
  text: { payload: { text: "" } },
  carousel: { payload: { items: [{ options: [{ id: "" }] }] } },
  options: { payload: { header: { type: "", document: file } } },
  file_upload: { payload: { files: [file] } },
  "file_upload.response": { payload: { ...file, files: [file] } },
  send_message: { payload: {}, messages: [{ type: "", image: file, video: file, audio: file, document: file }] },
};
