import { publishedSamples } from "@/lib/event-types/unfamiliar/published-samples";
import { isRecord } from "@/lib/json/is-record";

/** A person with a mark in every text and field name of all kinds of events. */
export interface PlantedPerson {
  mark: string;
  visitorKey: string;
  key: string;
  events: object[];
}

const start = Date.UTC(2024, 0, 1);

export function plantedPerson(place: number): PlantedPerson {
  const mark = `zyx${String(place).padStart(3, "0")}willa`;
  const visitorKey = `visitor-${mark}`;
  const key = place.toString(16).padStart(32, "0") + Math.floor(start / 1000);
  const samples = publishedSamples.flatMap(({ events }) => events).filter(isRecord);
  const events = samples.map(({ event }, index) => ({
    event: isRecord(event) ? { type: event.type, payload: plant(event.payload, mark) } : event,
    conversation: { key, id: place + 1 },
    account: { key: "account-1", id: 1, bot: { id: 7 } },
    visitor: { key: visitorKey, id: `id-${mark}` },
    timestamp: timeOf(place * 1000 + index),
  }));
  const contact = { name: `Name ${mark}`, email: `${mark}@example.com`, phone: `+49 30 ${mark}` };
  return { mark, visitorKey, key, events: [...events, knownAs(events[0], contact, place)] };
}

function knownAs(like: object | undefined, contact: Record<string, string>, place: number): object {
  const variables = Object.entries(contact).map(([name, value]) => ({ name: `visitor_${name}`, type: "text", value }));
  return { ...like, event: { type: "variables", payload: { variables } }, timestamp: timeOf(place * 1000 + 500) };
}

/** A note of the person, after everything else. */
export function noteOf({ mark, events }: PlantedPerson, place: number): object {
  const payload = { note: `Note ${place} about ${mark}`, created_by: { type: "user", id: 4, name: `Agent ${mark}` } };
  return { ...events[0], event: { type: "note", payload }, timestamp: timeOf(900_000 + place) };
}

function timeOf(seconds: number): string {
  return new Date(start + seconds * 1000).toISOString().replace("T", " ").replace("Z", "000");
}

const structural = new Set(["type", "status", "action", "created_at", "is_closed", "bot_id", "upload_file_limit"]);

function plant(value: unknown, mark: string, name = ""): unknown {
  if (Array.isArray(value)) return value.map((inner) => plant(inner, mark, name));
  if (isRecord(value)) {
    const members = Object.entries(value).map(([inner, part]) => [inner, plant(part, mark, inner)]);
    return { ...Object.fromEntries(members), [mark]: { [mark]: "Größe" } };
  }
  return typeof value === "string" && !structural.has(name) ? `${value} ${mark}` : value;
}
