/** Phrases of bots, visitors and agents in one language. `{…}` is a placeholder that the scenario fills in. */
export interface Phrasebook {
  browserLanguage: string;
  timezone: string;
  offset: string;
  countryCode: string;
  firstNames: readonly string[];
  lastNames: readonly string[];
  cities: readonly string[];
  greeting: string;
  menuTitle: string;
  menu: { order: string; refund: string; booking: string; advice: string; person: string };
  form: { title: string; name: string; email: string; phone: string; company: string };
  askOrder: string;
  orderFound: string;
  problems: readonly string[];
  typedInstead: string;
  handover: string;
  agentHello: string;
  agentReplies: readonly string[];
  visitorReplies: readonly string[];
  thanks: readonly string[];
  closing: string;
  notes: readonly string[];
  askDate: string;
  appointment: string;
  booked: string;
  askBudget: string;
  currency: string;
  askFile: string;
  fileThanks: string;
  chooseProduct: string;
  openList: string;
  products: readonly { title: string; description: string; price: number }[];
  askRating: string;
  ratings: readonly string[];
  questions: readonly { question: string; answer: string }[];
  anythingElse: string;
  yes: string;
  no: string;
}

/** Replaces `{name}` placeholders; those without a value stay unchanged. */
export function fill(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
