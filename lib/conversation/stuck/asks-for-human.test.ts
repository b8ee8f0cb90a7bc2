import { expect, it } from "vitest";
import { asksForHuman } from "./asks-for-human";
import { humanPhrases } from "./human-phrases";

it.each([
  "Can I talk to a human?",
  "AGENT!!",
  "I’d like to speak with a real person please",
  "none of these, can I just ask someone?",
  "Talk to a person",
  "Ich möchte bitte mit einem echten Menschen sprechen.",
  "nichts davon, ich möchte einfach jemanden fragen",
  "Mit jemandem sprechen",
  "Parler à quelqu'un",
  "Je voudrais parler avec un conseiller",
  "Hablar con alguien",
  "ninguna, prefiero preguntar a alguien",
  "Quero falar com um atendente",
  "vorrei parlare con un operatore",
  "Kan ik een medewerker spreken?",
  "Porozmawiaj z człowiekiem",
  "Müşteri temsilcisiyle görüşmek istiyorum",
  "Jag vill prata med en människa",
  "Соедините меня с оператором",
  "Хочу поговорити з людиною",
  "التحدث مع موظف",
  "किसी से बात करें",
  "担当者と話す",
  "我要转人工",
  "상담원 연결해 주세요",
])("recognizes %s", (text) => {
  expect(asksForHuman(text)).toBe(true);
});

it.each([
  "",
  "Is this cream safe for human skin?",
  "I applied at human resources last week",
  "The agent at the airport was rude",
  "How many persons fit in the tent?",
  "I do not want to talk to a human",
  "Who is the person on the photo",
  "Ich habe mit der Bestellung ein Problem",
  "Das Paket hat ein Mitarbeiter der Post abgegeben",
  "Ik heb een vraag over mijn bestelling",
  "J'ai un problème avec ma commande",
  "No tengo el número de pedido",
  "人気の商品はどれですか",
  "这个商品有货吗",
])("does not mistake %s for a request", (text) => {
  expect(asksForHuman(text)).toBe(false);
});

it("has phrases that are recognized, in every language", () => {
  for (const { alone, wants, people, anywhere = [] } of humanPhrases) {
    const written = [...alone, ...anywhere, ...wants.flatMap((want) => people.map((person) => `${want} ${person}`))];
    expect(written.filter((text) => !asksForHuman(text))).toEqual([]);
  }
});
