import { gzipSync } from "node:zlib";
import { eventOf, samples } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";

/** An invalid or malicious body. */
export interface HostileBody {
  kind: string;
  bytes: Uint8Array;
  headers: Record<string, string>;
  /** The bytes to be stored if it is accepted, decompressed if possible. */
  kept: Uint8Array;
}

type Random = () => number;

/** An endless sequence of hostile bodies, deterministic for a seed. */
export function* hostileBodies(seed: number): Generator<HostileBody, never> {
  const random = randomNumbers(seed);
  for (let number = 0; ; number++) {
    const [kind, make] = pick(random, kinds);
    const text = make(random, number);
    const kept = typeof text === "string" ? Buffer.from(text) : text;
    yield { kind, ...packed(kept, random) };
  }
}

const kinds: [string, (random: Random, number: number) => string | Uint8Array][] = [
  ["odd strings", (random, number) => delivery(event(number, oddString(random), oddString(random)))],
  ["odd numbers", (random, number) => delivery(event(number, '"x"', pick(random, oddNumbers)))],
  ["odd places", (random, number) => delivery(misplace(event(number, '"x"', '"y"'), random))],
  ["duplicate keys", (random, number) => duplicateKeys(event(number, '"x"', '"y"'), random)],
  ["prototype", (random, number) => delivery(withMember(event(number, '"x"', '"y"'), prototypeMember(random), random))],
  ["random tree", (random, number) => delivery(event(number, tree(random, 6), tree(random, 6)))],
  ["any JSON", (random) => tree(random, 5)],
  ["deep", (random, number) => delivery(event(number, deep(random), '"y"'))],
  ["deep outside", (random) => deep(random)],
  ["several events", (random, number) => delivery(...several(random, number))],
  ["cut off", (random, number) => cut(delivery(event(number, oddString(random), '"y"')), random)],
  ["broken bytes", (random, number) => broken(delivery(sample(random, number), event(number, '"x"', '"y"')), random)],
  ["random bytes", (random) => Uint8Array.from({ length: Math.floor(random() * 200) }, () => random() * 256)],
  ["nearly JSON", (random, number) => nearlyJson(delivery(...several(random, number)), random)],
  [
    "bad beside good",
    (random, number) => delivery(event(number, '"x"', '"y"'), nearlyJson(sample(random, number), random)),
  ],
  ["form", (random, number) => form(delivery(event(number, oddString(random), pick(random, oddNumbers))), random)],
  ["list", (random, number) => `[${several(random, number).join(",")}]`],
  ["one event", (random, number) => event(number, oddString(random), pick(random, oddNumbers))],
  ["several deliveries", (random, number) => `${delivery(event(number, '"x"', '"y"'))}\n`.repeat(1 + random() * 3)],
  ["JSON in a text", (random, number) => JSON.stringify(delivery(event(number, oddString(random), '"y"')))],
  [
    "odd times",
    (random, number) =>
      delivery(event(number, '"x"', '"y"').replace(/"timestamp":"[^"]*"/, `"timestamp":${pick(random, oddTimes)}`)),
  ],
  ["byte-order mark", (random, number) => `\ufeff${delivery(event(number, oddString(random), '"y"'))}`],
  ["UTF-16", (random, number) => utf16(delivery(event(number, '"é"', '"y"')), random)],
  ["empty", (random) => pick(random, ["", " ", "\n", "\ufeff", "null", "{}", "[]", '{"events":[]}', '"', "0"])],
  [
    "long",
    (random, number) => delivery(event(number, JSON.stringify("é\u{1f600}x".repeat(random() ** 9 * 20_000)), '"y"')),
  ],
  ["wide", (random, number) => delivery(event(number, `{${wide(random)}}`, '"y"'))],
];

const oddNumbers = ["1e999", "-1e999", "9007199254740993", "-0", "1e-400", "123456789012345678901234567890.5", "0.1e1"];
const oddTimes = [
  '"Fri, 01 Sep 2023 14:13:32 GMT"',
  '"01/02/2023"',
  '"13/09/2023 14:13"',
  "1693577612.141788",
  "1693577612141788123",
  "1e400",
  '"1.693577612E9"',
  "NaN",
];
const oddPieces = [
  "\\u0000",
  "\\ud800",
  "\\udfff",
  "\\ud83d\\ude00",
  "\u202e",
  "\u2028",
  "\\\\u0000",
  "<script>",
  "'--",
  "%00",
  "\ufffe",
  "$1",
  "\u0130",
  "\\u0001",
  "a",
];

function oddString(random: Random): string {
  return `"${Array.from({ length: random() * 12 }, () => pick(random, oddPieces)).join("")}"`;
}

function delivery(...events: string[]): string {
  return `{"events":[${events.join(",")}]}`;
}

/** A message or a variable with two values as JSON texts. */
function event(number: number, one: string, other: string): string {
  // Some are late: their conversations are folded again.
  const at = new Date(Date.UTC(2024, 0, 1) + number - (number % 7 === 0 ? 5000 : 0)).toISOString();
  const key = keyOf(number);
  const payload = { message_by: { type: "visitor" }, message: { type: "text", text: "<one>", extra: "<other>" } };
  const variables = { variables: [{ name: "<one>", type: "text", value: "<other>" }] };
  const whole = number % 3 === 0 ? eventOf("variables", variables, at, key) : eventOf("message", payload, at, key);
  return JSON.stringify(whole)
    .replace('"<one>"', () => one)
    .replace('"<other>"', () => other);
}

/** Limits the length of conversations: in ever longer ones, late events would be ever slower. */
function keyOf(number: number): string {
  const place = Math.floor(number / 4000) * 200 + (number % 200);
  return `f00d${String(place).padStart(28, "0")}1693552452`;
}

const published = [...samples().values()].map((text) => JSON.parse(text).events[0]);

/** A published event, in a test conversation. */
function sample(random: Random, number: number): string {
  const event = pick(random, published);
  return JSON.stringify({ ...event, conversation: { ...event.conversation, key: keyOf(number) } });
}

/** Inserts a value of the wrong type. */
function misplace(text: string, random: Random): string {
  const name = pick(random, [
    "event",
    "type",
    "payload",
    "conversation",
    "key",
    "account",
    "visitor",
    "timestamp",
    "message",
  ]);
  const value = pick(random, [
    "null",
    "[]",
    "{}",
    "0",
    "true",
    '""',
    '"2024-13-45 99:99:99"',
    '"0000-00-00"',
    oddString(random),
    tree(random, 2),
  ]);
  const from = text.indexOf(`"${name}":`) + name.length + 3;
  return from < name.length + 3
    ? text
    : `${text.slice(0, from)}${value},"${name}":${text.slice(from)}`.replace(`,"${name}":`, `,"was_${name}":`);
}

/** Inserts invalid JSON syntax. */
function nearlyJson(text: string, random: Random): string {
  const oddities = [
    "NaN",
    "-Infinity",
    "/* } */",
    "// ]\n",
    ",",
    "}",
    "]",
    "'",
    '"',
    "\u0000",
    "\n",
    "\\x",
    "None",
    "{",
    "[",
  ];
  const at = Math.floor(random() * text.length);
  return `${text.slice(0, at)}${pick(random, oddities)}${text.slice(at + (random() < 0.5 ? 0 : 1))}`;
}

function form(json: string, random: Random): string {
  const name = pick(random, ["payload", "data", "body", "json", "events", "event", "other"]);
  if (random() < 0.3) {
    return `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${json}\r\n--b--\r\n`;
  }
  const value = random() < 0.3 ? json : encodeURIComponent(json.toWellFormed());
  return pick(random, [`${name}=${value}`, `token=x&${name}=${value}`, `${name}=${value}&${name}=${value}`]);
}

function duplicateKeys(text: string, random: Random): string {
  const twice = `{"timestamp":"2024-01-01 00:00:00","event":{"type":"note","type":"status"},${text.slice(1)}`;
  return pick(random, [delivery(twice), `{"events":[],"events":[${text}]}`, `{"events":[${text}],"events":7}`]);
}

function prototypeMember(random: Random): string {
  const name = pick(random, ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "\\u005f_proto__"]);
  return `"${name}":${pick(random, ['{"polluted":true}', "null", '{"prototype":{"polluted":true}}', "1"])}`;
}

function withMember(text: string, member: string, random: Random): string {
  const braces = [...text.matchAll(/\{/g)].map(({ index }) => index);
  const at = pick(random, braces) + 1;
  return `${text.slice(0, at)}${member}${text[at] === "}" ? "" : ","}${text.slice(at)}`;
}

function tree(random: Random, levels: number): string {
  const leaf = () => pick(random, [oddString(random), ...oddNumbers, "true", "false", "null", "{}", "[]"]);
  if (levels === 0 || random() < 0.3) return leaf();
  const children = Array.from({ length: random() * 4 }, () => tree(random, levels - 1));
  if (random() < 0.5) return `[${children.join(",")}]`;
  return `{${children.map((child) => `${oddString(random)}:${child}`).join(",")}}`;
}

function deep(random: Random): string {
  const levels = random() < 0.1 ? 10_000 : pick(random, [20, 101, 257, 1000]);
  const [open, close] = pick(random, [
    ["[", "]"],
    ['{"a":', "}"],
    ['[{"message":', "}]"],
  ]);
  return `${open.repeat(levels)}1${random() < 0.8 ? close.repeat(levels) : ""}`;
}

function several(random: Random, number: number): string[] {
  const own = event(number, oddString(random), '"y"');
  return Array.from({ length: 2 + random() * 8 }, () =>
    pick(random, [own, own, "null", "7", '"text"', "{}", "[]", sample(random, number)]),
  );
}

function wide(random: Random): string {
  return Array.from({ length: random() ** 9 * 2000 }, (_, place) => `"field ${place} ${random()}":${place}`).join(",");
}

function cut(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, Math.floor(random() * bytes.length));
}

function broken(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  for (let count = 0; count < 1 + random() * 3; count++) bytes[Math.floor(random() * bytes.length)] = random() * 256;
  return bytes;
}

function utf16(text: string, random: Random): Uint8Array {
  const little = Buffer.from(random() < 0.7 ? `\ufeff${text}` : text, "utf16le");
  return random() < 0.5 ? little : little.swap16();
}

/** Mostly uncompressed; sometimes compressed, badly compressed, or a decompression bomb. */
function packed(bytes: Uint8Array, random: Random): Omit<HostileBody, "kind"> {
  const type = {
    "content-type": pick(random, ["application/json", "text/plain; charset=utf-16", "x", "multipart/form-data"]),
  };
  const gzipped = { ...type, "content-encoding": "gzip" };
  const asSent = (sent: Uint8Array, headers: Record<string, string>) => ({ bytes: sent, headers, kept: sent });
  const chance = random();
  if (chance < 0.85) return asSent(bytes, type);
  if (chance < 0.93) return { bytes: gzipSync(bytes), headers: gzipped, kept: bytes };
  if (chance < 0.96) return asSent(gzipSync(bytes).subarray(0, -5), gzipped);
  if (chance < 0.97) return asSent(bomb, gzipped);
  return asSent(bytes, { ...type, "content-encoding": pick(random, ["gzip", "br", "deflate", "zstd", "gzip, gzip"]) });
}

/** 64 MB of zeros in 64 kB. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2));
