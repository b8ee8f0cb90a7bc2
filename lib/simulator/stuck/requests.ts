/** How visitors ask for a human, and what only sounds like it, by the language of the browser. */
export const requests: Readonly<Record<string, { asks: readonly string[]; mentions: readonly string[] }>> = {
  "en-GB": {
    asks: [
      ...["let me talk to a human", "Can I speak to someone please?", "AGENT", "real person please, this is useless"],
      ...["I need to speak with a representative", "is there a human i can chat to", "Get me a manager"],
      ...["could you put me through to an operator", "I want a person not a bot"],
    ],
    mentions: [
      ...["your delivery person left it at the wrong door", "is the fabric safe for human skin?"],
      ...["my travel agent ordered it for me", "the sales person said 20 days", "someone signed for it, not me"],
    ],
  },
  "de-DE": {
    asks: [
      ...["Ich will mit einem Menschen sprechen", "Bitte einen Mitarbeiter", "kann ich mit jemandem sprechen?"],
      ...["Verbinden Sie mich bitte mit einem Mitarbeiter", "Mitarbeiter!"],
    ],
    mentions: ["Der Mitarbeiter im Laden hat es mir empfohlen", "Wie viele Personen passen in das Zelt?"],
  },
  "fr-FR": {
    asks: ["Je veux parler à un conseiller", "un humain svp", "est-ce que je peux parler à quelqu'un ?"],
    mentions: ["Le livreur a parlé à mon voisin", "C'est pour quatre personnes"],
  },
  "es-ES": {
    asks: ["quiero hablar con una persona", "necesito un agente", "¿Puedo hablar con alguien?"],
    mentions: ["El regalo es para otra persona", "¿Cuántas personas caben en la mesa?"],
  },
  "ja-JP": {
    asks: ["オペレーターにつないでください", "担当者と話したいです"],
    mentions: ["人気の商品はどれですか", "二人用のテーブルはありますか"],
  },
  "pl-PL": {
    asks: ["chcę rozmawiać z człowiekiem", "proszę połączyć mnie z konsultantem"],
    mentions: ["Czy namiot jest dla czterech osób?", "Kurier zostawił paczkę u sąsiada"],
  },
};
