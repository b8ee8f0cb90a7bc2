/** How visitors ask for a human, in one language. Compared without case, accents and punctuation. */
export interface HumanPhrases {
  language: string;
  /** Whole messages, apart from the `polite` words. */
  alone: readonly string[];
  polite?: readonly string[];
  /** "talk to", which counts up to three words before one of `people`. */
  wants: readonly string[];
  people: readonly string[];
  /** A message with one of these does not ask for a human. */
  never?: readonly string[];
  /** Parts of a message, for languages that write no spaces between words, or add endings to them. */
  anywhere?: readonly string[];
}

export const humanPhrases: readonly HumanPhrases[] = [
  {
    language: "en",
    alone: ["human", "agent", "person", "operator", "representative", "real person", "live agent", "someone"],
    polite: ["a", "please", "pls", "now", "hello", "hi"],
    wants: [
      ...["ask", "talk to", "talk with", "speak to", "speak with", "chat to", "chat with", "contact", "call"],
      ...["connect me to", "connect me with", "transfer me to", "put me through to", "pass me to", "get me", "give me"],
      ...["need", "want", "i d like", "i would like", "is there", "can i get", "can i have", "let me have"],
    ],
    people: [
      ...["human", "person", "agent", "representative", "operator", "someone", "somebody", "advisor", "adviser"],
      ...["colleague", "employee", "support team", "your team", "staff", "real people", "human being", "manager"],
    ],
    anywhere: ["human please", "person please", "agent please", "not a bot"],
    never: [
      ...["human resources", "human error", "human hair", "travel agent", "estate agent", "insurance agent"],
      ...["do not want to talk", "don t want to talk", "no need to talk", "someone else s", "someone stole"],
    ],
  },
  {
    language: "de",
    alone: ["mensch", "menschen", "mitarbeiter", "echter mensch", "berater", "kundenservice", "ansprechpartner"],
    polite: ["bitte", "einen", "ein", "eine", "hallo"],
    wants: [
      ...["spreche", "verbinden mit", "verbinden", "verbinde", "mich mit", "bitte mit", "brauche", "will"],
      ...["mochte", "wurde gerne", "wurde gern", "kann ich", "sprechen mit", "reden mit"],
    ],
    people: [
      ...["jemandem sprechen", "jemanden sprechen", "jemand sprechen", "jemanden fragen", "jemandem reden"],
      ...["mensch", "menschen", "mitarbeiter", "mitarbeiterin", "berater", "beraterin", "kollegen", "kollegin"],
      ...["ansprechpartner", "echten person", "echte person"],
    ],
    anywhere: ["mit jemandem sprechen", "mit jemandem reden", "mit jemand sprechen"],
    never: ["keinen menschen", "keinen mitarbeiter", "nicht mit", "anderen menschen"],
  },
  {
    language: "fr",
    alone: ["humain", "conseiller", "agent", "operateur", "vraie personne"],
    polite: ["un", "une", "svp", "s il vous plait", "merci", "bonjour"],
    wants: [
      ...["parler a", "parler avec", "discuter avec", "contacter", "joindre", "appeler", "mettre en relation avec"],
      ...["besoin d", "veux", "voudrais", "souhaite", "passez moi", "passer a", "avoir"],
    ],
    people: [
      ...["humain", "conseiller", "conseillere", "quelqu un", "agent", "operateur", "vraie personne", "une personne"],
      ...["collegue", "technicien", "votre equipe", "service client"],
    ],
    never: ["agent immobilier", "pas parler a"],
  },
  {
    language: "es",
    alone: ["humano", "agente", "persona", "asesor", "operador", "persona real"],
    polite: ["un", "una", "por", "favor", "hola"],
    wants: [
      ...["hablar con", "chatear con", "comunicarme con", "comunicar con", "contactar con", "preguntar a"],
      ...["necesito", "quiero", "quisiera", "paseme con", "pasame con", "hay"],
    ],
    people: [
      ...["humano", "humana", "agente", "alguien", "persona", "asesor", "asesora", "operador", "operadora"],
      ...["representante", "ejecutivo", "companero"],
    ],
    never: ["recursos humanos", "agente inmobiliario", "datos personales", "no quiero hablar"],
  },
  {
    language: "pt",
    alone: ["humano", "atendente", "pessoa", "atendente humano"],
    polite: ["um", "uma", "por", "favor", "ola"],
    wants: ["falar com", "conversar com", "preciso", "quero", "queria", "gostaria", "me passa para", "transferir para"],
    people: ["humano", "humana", "atendente", "alguem", "pessoa", "operador", "assistente humano", "consultor"],
    never: ["recursos humanos", "nao quero falar"],
  },
  {
    language: "it",
    alone: ["umano", "operatore", "persona", "assistente umano"],
    polite: ["un", "una", "per", "favore", "ciao"],
    wants: ["parlare con", "parlare a", "chattare con", "contattare", "voglio", "vorrei", "ho bisogno", "passami"],
    people: ["umano", "operatore", "operatrice", "qualcuno", "persona", "un addetto", "consulente", "un collega"],
    never: ["risorse umane", "non voglio parlare"],
  },
  {
    language: "nl",
    alone: ["mens", "medewerker", "echt persoon"],
    polite: ["een", "aub", "alstublieft", "graag", "hallo"],
    wants: ["spreken met", "praten met", "chatten met", "contact met", "wil", "graag", "heb", "kan ik"],
    people: [
      "mens",
      "medewerker",
      "iemand spreken",
      "iemand praten",
      "echt persoon",
      "collega",
      "een persoon",
      "iemand",
    ],
    never: ["geen medewerker"],
  },
  {
    language: "pl",
    alone: ["człowiek", "konsultant", "konsultantem", "pracownik", "z konsultantem"],
    polite: ["proszę", "poproszę"],
    wants: [
      ...["rozmawiać z", "porozmawiać z", "porozmawiaj z", "rozmowa z", "rozmowę z", "połącz mnie z", "połączyć z"],
      ...["połączyć mnie z", "potrzebuję", "chcę"],
    ],
    people: [
      "człowiekiem",
      "konsultantem",
      "kims",
      "pracownikiem",
      "osoba",
      "doradca",
      "konsultanta",
      "człowieka",
      "kogos",
    ],
  },
  {
    language: "tr",
    alone: ["insan", "temsilci", "müşteri temsilcisi", "canlı destek", "yetkili"],
    wants: [],
    people: [],
    anywhere: [
      ...["temsilciyle görüş", "temsilcisiyle görüş", "temsilci ile görüş", "temsilcisi ile görüş", "yetkiliyle görüş"],
      ...["temsilciye bağlan", "temsilcisine bağlan", "insanla konuş", "insanla görüş", "biriyle konuşmak"],
    ],
  },
  {
    language: "sv",
    alone: ["människa", "handläggare", "medarbetare"],
    wants: ["prata med", "tala med", "chatta med", "kontakt med", "snakke med", "puhua"],
    people: ["människa", "någon", "person", "handläggare", "medarbetare", "kollega", "noen", "nogen", "ihmisen"],
  },
  {
    language: "ru",
    alone: ["оператор", "человек", "оператора", "живой человек", "позовите оператора", "менеджер"],
    wants: [
      ...["поговорить с", "связаться с", "соедините с", "соедините меня с", "переключите на", "позовите"],
      ...["нужен", "хочу"],
    ],
    people: ["человеком", "оператором", "менеджером", "специалистом", "оператора", "человека", "оператор", "человек"],
  },
  {
    language: "uk",
    alone: ["оператор", "людина", "жива людина"],
    wants: ["поговорити з", "зв'язатися з", "з'єднайте з", "потрібен", "хочу"],
    people: ["людиною", "оператором", "менеджером", "оператор", "людину", "оператора"],
  },
  {
    language: "ar",
    alone: ["موظف", "شخص حقيقي", "خدمة العملاء", "التحدث مع موظف", "انسان"],
    wants: ["التحدث مع", "التحدث الى", "التحدث إلى", "اتكلم مع", "أتكلم مع", "أتحدث مع", "الكلام مع", "اريد", "أريد"],
    people: ["موظف", "شخص", "إنسان", "انسان", "أحد", "احد", "ممثل", "شخص ما", "موظفة"],
  },
  {
    language: "hi",
    alone: ["इंसान", "एजेंट", "किसी से बात करें"],
    wants: ["किसी", "एजेंट", "इंसान", "व्यक्ति", "कर्मचारी", "प्रतिनिधि"],
    people: ["से बात", "से बात करनी", "से बात करना", "से बात करें", "से जोड़ें"],
  },
  {
    language: "ja",
    alone: ["オペレーター", "担当者", "有人"],
    wants: [],
    people: [],
    anywhere: [
      ...["オペレーターに", "オペレーターと", "担当者に", "担当者と", "人と話したい", "人間と話", "スタッフと話"],
      ...["有人チャット", "スタッフに相談", "担当の方"],
    ],
  },
  {
    language: "zh",
    alone: ["人工", "客服", "真人"],
    wants: [],
    people: [],
    anywhere: ["人工客服", "转人工", "轉人工", "真人客服", "找客服", "和人说话", "跟人说话", "人工服务", "人工服務"],
  },
  {
    language: "ko",
    alone: ["상담원", "상담사", "사람"],
    wants: [],
    people: [],
    anywhere: ["상담원 연결", "상담사 연결", "상담원과", "상담사와", "사람과 이야기", "사람이랑", "상담원 바꿔"],
  },
];
