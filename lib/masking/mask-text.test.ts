import { describe, expect, it } from "vitest";
import { type KnownValue, KnownValues } from "./known-values";
import { maskMarkup, maskText } from "./mask-text";

const amara: KnownValue[] = [
  { kind: "name", text: "Amara Bello-Okoye" },
  { kind: "email", text: "Amara.Bello@example.com" },
  { kind: "phone", text: "+234 803 555 0147" },
  { kind: "value", text: "pro" },
  { kind: "value", text: "ACME-7781" },
];
const known = new KnownValues(amara);

describe("without known values, masks", () => {
  it.each([
    ["write to a.b+c@mail.example.co.uk please", "write to [e-mail] please"],
    ["jürgen@münchen.example und 用户@例子.广告", "[e-mail] und [e-mail]"],
    ["ｍａｉｌ：ａ＠ｂ．ｃｏｍ", "ｍａｉｌ：[e-mail]"],
    ["a\u200bb@exam\u00adple.com", "[e-mail]"],
    ["call +44 20 7946 0958 now", "call [phone] now"],
    ["call 0803 555 0147 or (020) 7946-0958.", "call [phone] or [phone]."],
    ["06 12 34 56 78", "[phone]"],
    ["0151/2345678", "[phone]"],
    ["my number: 9876543210", "my number: [phone]"],
    ["٠٥٥١٢٣٤٥٦٧", "[phone]"],
    ["card 4111 1111 1111 1111 12/27", "card [card] 12/27"],
    ["4111111111111111", "[card]"],
    ["5555-5555-5555-4444", "[card]"],
    ["IBAN DE89 3704 0044 0532 0130 00 thanks", "IBAN [iban] thanks"],
    ["GB82WEST12345698765432", "[iban]"],
    ["from 49.249.141.54 and 2001:db8::ff00:42:8329", "from [ip] and [ip]"],
    ["https://shop.example/orders?mail=x&id=7 ok", "https://shop.example/orders?[value] ok"],
    ["https://cdn.example/a/passport.pdf", "[file]"],
    ["see my_passport.PDF there", "see [file] there"],
    ["I am at 52.7391468, 21.9173522 now", "I am at [value] now"],
    ["-33.8688 151.2093", "[value]"],
    [`52°13'47"N 21°00'44"E`, "[value] [value]"],
    ["geo:52.73,21.91?q=me", "[value]"],
    ["https://maps.app.goo.gl/aB3xYz here", "https://maps.app.goo.gl/[value] here"],
    ["www.google.co.uk/maps/place/Pier/@52.7,21.9,17z", "www.google.co.uk/maps/[value]"],
    ["https://maps.google.com/?q=52.7,21.9", "https://maps.google.com/[value]"],
    ["https://www.openstreetmap.org/way/4 ok", "https://www.openstreetmap.org/[value] ok"],
  ])("%s", (text, masked) => {
    expect(maskText(text, KnownValues.none)).toBe(masked);
  });
});

describe("leaves", () => {
  it.each([
    "at 2023-09-01 14:13:32.141788 or 01.09.2023",
    "12/05/2024 at 10:30",
    "3 to 5 of 120, 1-2-3",
    "12345678",
    "€1234567.89",
    "0.125 and 3.14159",
    "20.5 x 30.25, at 90 °C",
    "https://shop.example/maps",
    "std::string and 12:30:45",
    "version 1.2.3",
    "355aaabc-63aa-46aa-a31b-4a6ab1a89dd0",
    "Is https://example.com/help it?",
    "a @ b",
    "[name] [e-mail] [phone] [ip] [card] [iban] [value] [file]",
  ])("%s", (text) => {
    expect(maskText(text, KnownValues.none)).toBe(text);
  });

  it("a short number that is none in the conversation's country", () => {
    expect(maskText("dial 2025550 now", KnownValues.none)).toBe("dial 2025550 now");
  });
});

describe("with known values, masks", () => {
  it.each([
    ["Hi AMARA, welcome", "Hi [name], welcome"],
    ["Ámàrá bello okoye!", "[name] [name] [name]!"],
    ["Amara Bello-Okoye", "[name]"],
    ["I have the pro product", "I have the [value] product"],
    ["acme-7781/x", "[value]/x"],
    ["08035550147", "[phone]"],
    ["wa2348035550147x", "wa[phone]x"],
    ["アマラAmaraさん", "アマラ[name]さん"],
    ["https://x.example/u/Am%61ra/", "https://x.example/[value]"],
  ])("%s", (text, masked) => {
    expect(maskText(text, known)).toBe(masked);
  });

  it("what tags and entities hide", () => {
    expect(maskMarkup("Hi Am<b>ara</b> &amp; co", known)).toBe("Hi [name] & co");
    expect(maskMarkup("x&#64;example.com", known)).toBe("[e-mail]");
    expect(maskMarkup("<p>Hi &amp; bye</p>", known)).toBe("<p>Hi &amp; bye</p>");
  });

  it("a short national number of the known country", () => {
    const british = new KnownValues([{ kind: "phone", text: "+6562345678" }]);
    expect(maskText("or 61234567", british)).toBe("or [phone]");
  });

  it("not the trivial ones", () => {
    const trivial = new KnownValues(["true", "7", "123", "x", ""].map((text) => ({ kind: "value", text })));
    expect(maskText("true 7 123 x", trivial)).toBe("true 7 123 x");
  });

  it("everything if there are too many", () => {
    const many = new KnownValues(Array.from({ length: 1001 }, (_, n) => ({ kind: "value", text: `value ${n}` })));
    expect(maskText("hello", many)).toBe("[value]");
  });
});

it("is idempotent and never throws", () => {
  const pieces = [
    ...[
      "Amara",
      "bello",
      "pro",
      "@",
      ".com",
      "+44 20 7946 0958",
      "4111 1111 1111 1111",
      "?",
      "https://",
      "a/b",
      "%41mara",
    ],
    ...["[name]", "[", "]", "{", '"', "\\", " ", "\n", "é", "\ud83d", "<b>", "&#64;", "DE89370400440532013000", "::1"],
    ...["1.2.3.4", ".pdf", "0", "12", "-", "x", "ﬁ", "\u0000", "ß", "www."],
  ];
  let seed = 7;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed;
  };
  for (let round = 0; round < 5_000; round++) {
    const text = Array.from({ length: 1 + (random() % 8) }, () => pieces[random() % pieces.length]).join("");
    const masked = maskText(text, known);
    expect(maskText(masked, known), JSON.stringify(text)).toBe(masked);
  }
});
