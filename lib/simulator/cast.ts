import type { PlatformActor } from "./platform-event";

/** A channel with its number in `conversation_create` and its name in the platform's variable. */
export interface Channel {
  number: number;
  variable: string;
  provider: number;
}

/** A bot of the simulated account, and the platform user that sends its messages. */
export interface Bot {
  id: number;
  name: string;
  actor: PlatformActor;
  account: { key: string; id: number };
}

/** An agent, with the displayed name. */
export interface Agent {
  name: string;
  actor: PlatformActor;
}

/** A label of the account. */
export interface Label {
  id: number;
  name: string;
}

export const channels = {
  web: { number: 1, variable: "WEB", provider: 0 },
  whatsapp: { number: 3, variable: "WHATSAPP", provider: 2 },
  facebook: { number: 4, variable: "FACEBOOK", provider: 0 },
  sms: { number: 5, variable: "SMS", provider: 1 },
} as const satisfies Record<string, Channel>;

const northwind = { key: "NWhome7Qm2r8XkTb4726528180Pd5Lw9", id: 512 };
const harbour = { key: "HBclinic3Zt6yVaK8101733390Rs2Gn7", id: 640 };

function bot(id: number, name: string, userId: string, account: Bot["account"]): Bot {
  return { id, name, account, actor: { email: `bot-${id}@bots.example.com`, id: userId, type: "bot" } };
}

export const bots = {
  shop: bot(8101, "Shop assistant", "7001", northwind),
  leads: bot(8102, "Lead desk", "7002", northwind),
  store: bot(8103, "WhatsApp store", "7003", northwind),
  answers: bot(8104, "Help centre AI", "7004", northwind),
  booking: bot(8105, "Harbour clinic reception", "7005", harbour),
  reminders: bot(8106, "Appointment reminders", "7006", harbour),
} as const satisfies Record<string, Bot>;

function agent(name: string, id: string): Agent {
  return { name, actor: { email: `${name.toLowerCase().replace(" ", ".")}@example.com`, id, type: "user" } };
}

export const agents: readonly Agent[] = [
  agent("Ines Oduya", "9101"),
  agent("Tomek Rutkowski", "9102"),
  agent("Lian Bauer", "9103"),
  agent("Mia Larsen", "9104"),
  agent("Diego Fuentes", "9105"),
];

export const billingTeam: PlatformActor = { email: null, id: "31", type: "team", name: "Billing" };

export const systemActor: PlatformActor = { email: null, id: null, type: "system" };

export const labels = {
  refund: { id: 2014, name: "refund" },
  vip: { id: 2015, name: "vip" },
  review: { id: 2016, name: "needs review" },
  parcel: { id: 2017, name: "parcel" },
  booking: { id: 2018, name: "booking" },
  noAnswer: { id: 2019, name: "no answer" },
  lead: { id: 2020, name: "lead" },
  urgent: { id: 2021, name: "urgent" },
} as const satisfies Record<string, Label>;
