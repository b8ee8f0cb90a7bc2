import type { Phrasebook } from "./phrasebook";
import { phrasebooks } from "./phrasebooks";
import type { Random } from "./random";

/** A fictional person: names are invented, addresses are reserved for examples, numbers contain 555. */
export interface Visitor {
  key: string;
  id: number;
  code: string;
  name: string;
  email: string;
  phone: string;
  words: Phrasebook;
  ip: string;
  browser: string;
  os: string;
  /** Contact variables that the platform keeps between conversations, by their `visitor_…` name. */
  known: Map<string, unknown>;
  /** End of the latest conversation, in microseconds: the next one starts later. */
  busyUntil: number;
}

const browsers = [
  ["Chrome 142 (142.0.0.0)", "Windows 10"],
  ["Safari 26.1 (26.1)", "Mac OS X 10_15_7"],
  ["Firefox 145 (145.0)", "Ubuntu"],
  ["Mobile Safari 26 (26.0)", "iOS 26.1"],
  ["Chrome Mobile 142 (142.0.0.0)", "Android 16"],
] as const;

/** Address ranges reserved for documentation (RFC 5737). */
const networks = ["192.0.2", "198.51.100", "203.0.113"] as const;

export function makeVisitor(random: Random): Visitor {
  const words = random.pick(phrasebooks);
  const first = random.pick(words.firstNames);
  const last = random.pick(words.lastNames);
  const name = words.browserLanguage === "ja-JP" ? `${last} ${first}` : `${first} ${last}`;
  const [browser, os] = random.pick(browsers);
  const visitor: Visitor = {
    key: random.hex(32),
    id: random.integer(820_000, 899_999),
    code: `${random.pick(["A", "C", "F", "H", "K", "M", "R", "T"])}${random.digits(5)}`,
    name,
    email: `${mailbox(name) || `guest${random.digits(4)}`}@example.com`,
    phone: `+${words.countryCode}${random.integer(20, 99)}5550${random.integer(100, 199)}`,
    words,
    ip: `${random.pick(networks)}.${random.integer(1, 254)}`,
    browser,
    os,
    known: new Map(),
    busyUntil: 0,
  };
  if (random.chance(0.45)) visitor.known.set("visitor_name", name).set("visitor_email", visitor.email);
  return visitor;
}

function mailbox(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/ł/g, "l")
    .replace(/Ł/g, "L")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".");
}
