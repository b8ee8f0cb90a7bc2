import { readdirSync, readFileSync } from "node:fs";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toHast } from "mdast-util-to-hast";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { messageTypes } from "@/lib/messages/message-types";
import { readMessage } from "@/lib/messages/read-message";
import { MessageBubble } from "./index";
import { RawAccess } from "./left-out";
import { MediaHostsProvider } from "./media-hosts";

const samples = readdirSync("lib/samples")
  .filter((file) => file.startsWith("message."))
  .map((file) => JSON.parse(readFileSync(`lib/samples/${file}`, "utf8")).events[0].event.payload.message);

function fixtures(folder: string): unknown[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
}

function fixture(type: string): unknown[] {
  return JSON.parse(readFileSync(`lib/messages/fixtures/${type}.json`, "utf8"));
}

const messages: unknown[] = [...samples, ...fixtures("lib/messages/fixtures")];
const misfits = fixtures("lib/messages/fixtures/not-recognised");

function sampleOf(type: string): unknown {
  return samples.find((message) => message.type === type);
}

function draw(message: unknown, answer?: unknown, voice: "visitor" | "bot" | "agent" | "system" = "bot"): string {
  const answered = answer === undefined ? null : readMessage(answer);
  return render(<MessageBubble message={readMessage(message)} answer={answered} voice={voice} />);
}

function render(bubble: ReactNode): string {
  return renderToStaticMarkup(<Tooltip.Provider>{bubble}</Tooltip.Provider>);
}

/** What is loaded on demand is there. */
beforeAll(async () => {
  for (const message of [{ type: "text", text: "<b>bold</b>" }, ...fixture("javascript")]) draw(message);
  await vi.dynamicImportSettled();
});

function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes) => {
    if (node.type === "element") found.push(node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return found;
}

function textOf(html: string): string {
  const visit = (node: Nodes): string =>
    node.type === "text" ? node.value : "children" in node ? node.children.map(visit).join("") : "";
  return visit(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, " ")
    .trim();
}

describe("every message", () => {
  test.each(messages.map((message) => [message]))("%j is drawn, not shown raw", (message) => {
    for (const voice of ["visitor", "bot", "agent", "system"] as const) {
      const text = textOf(draw(message, undefined, voice));
      expect(text).not.toBe("");
      if (JSON.stringify(message).includes("hologram")) continue;
      expect(text).not.toMatch(/Raw data|could not be displayed/);
    }
  });

  test.each(misfits.map((message) => ({ message })))("$message is shown raw, with its data", ({ message }) => {
    const text = textOf(draw(message));
    expect(text).toMatch(/Unrecognised message|payload is unexpected/);
    expect(text).toContain("Raw data");
  });
});

/** All objects of a message, as paths. */
function objectPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) => objectPaths(each, [...path, name]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

test("an unknown field at any depth of any message is drawn", () => {
  const tried = messages.flatMap((message) =>
    objectPaths(message).map((path) => {
      const copy = structuredClone(message);
      const parent = path.reduce<unknown>((value, name) => Reflect.get(Object(value), name), copy);
      Reflect.set(Object(parent), "zz_unknown", [{ inner: "canary7" }]);
      return copy;
    }),
  );
  expect(tried.length).toBeGreaterThan(250);
  expect(tried.filter((message) => !textOf(draw(message)).includes("canary7"))).toEqual([]);
});

describe("fields of a message that its bubble does not show", () => {
  test("are collapsed under their names", () => {
    const html = draw({ type: "text", text: "Hi", payload: { sku: "K-1", tags: ["a"] }, priority: 2 });
    expect(textOf(html)).toBe("HiMore fields (3)skuK-1tags[0]apriority2");
    expect(elements(html).find(({ tagName }) => tagName === "details")?.properties.open).toBeUndefined();
  });

  test("are absent for published messages", () => {
    expect(samples.length).toBe(21);
    expect(samples.filter((message) => draw(message).includes("More fields"))).toEqual([]);
  });

  test("a quoted message is above it", () => {
    const reply = { type: "text", text: "Yes", context: { message_id: "wamid.1", text: "Is it broken?" } };
    expect(textOf(draw(reply))).toBe("Reply to: Is it broken?Yes");
    expect(textOf(draw({ type: "text", text: "Yes", context: { id: "wamid.1" } }))).toContain(
      "isn't in this conversation",
    );
  });
});

describe("more than a page can show", () => {
  const many = Array.from({ length: 60_000 }, (_, index) => `Choice ${index}`);
  test.each<[string, unknown, string]>([
    [
      "buttons",
      { type: "button", payload: { title: "Pick", buttons: many.map((title) => ({ title })) } },
      "60,000 choices",
    ],
    ["options", { type: "options", payload: { options: many.map((text) => ({ text })) } }, "60,000 choices"],
    [
      "list items",
      { type: "list", payload: { list: { sections: [{ items: many.map((title) => ({ title })) }] } } },
      "60,000 items",
    ],
    [
      "sections",
      { type: "list", payload: { list: { sections: many.map((title) => ({ items: [{ title }] })) } } },
      "60,000 sections",
    ],
    ["cards", { type: "carousel", payload: { cards: many.map((title) => ({ title })) } }, "60,000 cards"],
    ["form fields", { type: "form", payload: { fields: many.map((label) => ({ label })) } }, "60,000 fields"],
    [
      "answers",
      { type: "form.response", payload: { fields: many.map((label) => ({ label, value: label })) } },
      "60,000 fields",
    ],
    [
      "variables",
      { type: "javascript.response", payload: { variables: many.map((name) => ({ name, value: 1 })) } },
      "60,000 fields",
    ],
    ["unknown fields", { type: "text", text: "Hi", more: many }, "60,000 fields"],
    ["order items", { type: "order", payload: { items: many.map((name) => ({ name })) } }, "60,000 items"],
    ["parts", { type: "send_message", messages: many.map((text) => ({ type: "text", text })) }, "60,000 parts"],
  ])("%s are truncated, and available on demand", (_, message, offer) => {
    const html = draw(message);
    expect(textOf(html)).toContain(`Show all ${offer}`);
    expect(elements(html).length).toBeLessThan(1500);
  });

  test("the chosen one is always visible", () => {
    const prompt = { type: "button", payload: { title: "Pick", buttons: many.map((title) => ({ title })) } };
    const html = draw(prompt, { type: "button.response", payload: { body: "Choice 59999" } });
    expect(textOf(html)).toContain("Chosen: Choice 59999");
  });
});

describe("a prompt with its answer", () => {
  test.each<[string, unknown, unknown, RegExp]>([
    ["button", sampleOf("button"), sampleOf("button.response"), /Chosen: Button 1/],
    ["form", sampleOf("form"), sampleOf("form.response"), /Name ?abc ?Email ?abc@gmail\.com ?Phone ?\+916767667676/],
    ["slider", sampleOf("slider"), sampleOf("slider.response"), /Chosen: 30/],
    ["javascript", sampleOf("javascript"), sampleOf("javascript.response"), /visitor_js1 ?hj ?JS2 ?Mtech/],
    ["file_upload", sampleOf("file_upload"), sampleOf("file_upload.response"), /sample-clouds-400x300\.jpg/],
    [
      "appointment_booking",
      sampleOf("appointment_booking"),
      sampleOf("appointment_booking.response"),
      /Booked: fsefgr ?Friday 01\/09\/2023 10:00/,
    ],
    ["list", sampleOf("list"), { type: "list.response", payload: { title: "Item 2" } }, /Chosen: Item 2/],
    [
      "calendar",
      sampleOf("calendar"),
      { type: "calendar.response", payload: { value: "09/01/2023" } },
      /Chosen: 09\/01/,
    ],
    [
      "multi-select",
      sampleOf("button"),
      { type: "button.response", payload: { body: "Button 1, Button 3" } },
      /Chosen: Button 1.*Chosen: Button 3/,
    ],
    [
      "reply buttons",
      fixture("interactive")[0],
      { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "yes", title: "Yes" } } },
      /Chosen: Yes/,
    ],
    [
      "a poll",
      fixture("poll")[0],
      { type: "poll_vote", payload: { selected_options: ["Evening"] } },
      /Chosen: Evening/,
    ],
    [
      "unlike any choice",
      sampleOf("button"),
      { type: "button.response", payload: { body: "Old one" } },
      /Answered Chosen: Old one/,
    ],
  ])("%s", (_name, prompt, answer, expected) => {
    expect(textOf(draw(prompt, answer))).toMatch(expected);
  });

  test("a partially answered form says which fields were left empty", () => {
    const answer = {
      type: "form.response",
      payload: {
        fields: [
          { label: "Name", value: "Amara" },
          { label: "Email", value: "None" },
        ],
      },
    };
    expect(textOf(draw(sampleOf("form"), answer))).toMatch(/Name ?Amara ?Email ?not answered ?Phone ?not answered/);
  });
});

describe("media", () => {
  test("of a media host load immediately, with their name", () => {
    const html = draw(sampleOf("image"));
    expect(elements(html).some((one) => one.tagName === "img")).toBe(true);
    expect(textOf(html)).toContain("photo-1579353977828-2a4eab540b9a.jpeg");
  });

  test.each(["image", "audio", "video"])("%s of another host opens in a new tab only", (type) => {
    const html = draw({ type, payload: { link: "https://cdn.example.com/a", file_name: "a.bin" } });
    expect(elements(html).filter((one) => one.properties.src !== undefined)).toEqual([]);
    expect(textOf(html)).toContain(`Open ${type} from cdn.example.com in a new tab`);
  });

  test.each(["image", "audio", "video"])("%s of a visitor waits for a click, also on a media host", (type) => {
    const message = { type, payload: { link: "https://storage.googleapis.com/anybody/a", file_name: "a.bin" } };
    const html = draw(message, undefined, "visitor");
    expect(elements(html).filter((one) => one.properties.src !== undefined)).toEqual([]);
    expect(textOf(html)).toContain(`Load ${type} from storage.googleapis.com`);
    expect(elements(draw(message)).some((one) => one.properties.src !== undefined)).toBe(true);
  });

  const pixel = "https://storage.googleapis.com/anybody/pixel.png";
  const withPixel = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("http") ? pixel : `<img src="${pixel}">`;
    if (Array.isArray(value)) return value.map(withPixel);
    if (typeof value !== "object" || value === null) return value;
    const keep = new Set(["type", "bot", "picker", "file_name", "mime_type"]);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keep.has(key) ? one : withPixel(one)]));
  };

  const remote = (html: string) =>
    elements(html).flatMap(({ properties }) => properties.src ?? properties.poster ?? []);

  test.each(Object.keys(messageTypes))("in a visitor's %s load only on a click", (type) => {
    const ofType = messages.filter((message) => readMessage(message).type === type);
    expect(ofType.length).toBeGreaterThan(0);
    for (const sample of ofType) {
      expect(remote(draw(withPixel(sample), undefined, "visitor"))).toEqual([]);
      expect(remote(draw(withPixel(sample), undefined, "system"))).toEqual([]);
    }
  });

  test.each(["image", "carousel", "text", "button", "send_message"])("in a bot's %s load immediately", (type) => {
    const drawn = messages
      .filter((message) => readMessage(message).type === type)
      .map((message) => draw(withPixel(message)));
    expect(drawn.flatMap(remote)).toContain(pixel);
  });

  test("in a visitor's answer within a bot's prompt load only on a click", () => {
    const answered = samples.flatMap((answer) => {
      const prompt = samples.find(({ type }) => `${type}.response` === answer.type);
      return prompt === undefined ? [] : [{ prompt, answer }];
    });
    expect(answered.length).toBeGreaterThan(5);
    for (const { prompt, answer } of answered) {
      expect(remote(draw(prompt, withPixel(answer), "bot")).filter((src) => src === pixel)).toEqual([]);
    }
  });

  test("hosts come from the provider", () => {
    const message = readMessage({ type: "image", payload: { link: "https://cdn.example.com/a.png" } });
    const html = render(
      <MediaHostsProvider hosts={["example.com"]}>
        <MessageBubble message={message} voice="bot" />
      </MediaHostsProvider>,
    );
    expect(elements(html).some((one) => one.properties.src === "https://cdn.example.com/a.png")).toBe(true);
  });

  test("an SVG is never drawn, whatever its declared type", () => {
    for (const payload of [
      { link: "https://storage.googleapis.com/a.svg", file_name: "a.png", mime_type: "image/png" },
      { link: "https://storage.googleapis.com/a", file_name: "a", mime_type: "image/svg+xml" },
    ]) {
      expect(elements(draw({ type: "image", payload })).some((one) => one.tagName === "img")).toBe(false);
    }
  });
});

describe("text", () => {
  const said = (text: string, voice: "visitor" | "bot" = "bot") => draw({ type: "text", text }, undefined, voice);

  test("keeps the formatting of the platform's editor", () => {
    const names = elements(said("<b>a</b> <i>b</i> <u>c</u><ul><li>d</li></ul>")).map((one) => one.tagName);
    for (const name of ["b", "i", "u", "ul", "li"]) expect(names).toContain(name);
  });

  test("renders a bot's Markdown, not a visitor's", () => {
    expect(elements(said("**bold**")).some((one) => one.tagName === "strong")).toBe(true);
    expect(textOf(said("**bold**", "visitor"))).toBe("**bold**");
  });

  test("links are external, safe and without tracking parameters", () => {
    const html = said(
      '<a href="https://shop.example.com/?a=1&amp;__wotbid=2" onclick="x()">shop</a> and https://b.example/?__wotcid=3.',
    );
    const links = elements(html).filter((one) => one.tagName === "a");
    expect(links.map((one) => one.properties.href)).toEqual(["https://shop.example.com/?a=1", "https://b.example/"]);
    for (const link of links) {
      expect(link.properties.target).toBe("_blank");
      expect(link.properties.rel).toEqual(["noopener", "noreferrer", "nofollow"]);
    }
  });

  test("text that is not markup is kept", () => {
    expect(textOf(said("1 <3 and <order number> & more"))).toBe("1 <3 and <order number> & more");
    expect(textOf(said("<b>x</b> 1 <3 <order> y"))).toBe("x 1 <3 <order> y");
  });

  test("markup without content is shown as source", () => {
    expect(textOf(said("<script>alert(1)</script>"))).toBe("<script>alert(1)</script>");
  });

  test("variables have their friendly name", () => {
    expect(textOf(said("Hi \u00bf\u00b7$user.info.Name\u00b7?"))).toBe("Hi visitor_name");
  });

  test("an embedded player becomes a link", () => {
    const html = said('Look <iframe src="https://video.example.com/1"></iframe>');
    expect(elements(html).some((one) => one.tagName === "iframe")).toBe(false);
    expect(elements(html).some((one) => one.properties.href === "https://video.example.com/1")).toBe(true);
  });

  test.each(["<div>", "<b>", "<blockquote>", "> ", "- ", "[", "**", "<a href=x>", "<table>", "http://", "a@"])(
    "twenty thousand of %j are rendered in linear time",
    (piece) => {
      const before = process.cpuUsage();
      expect(textOf(said(piece.repeat(20_000)))).not.toBe("");
      expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    },
  );
});

describe("attacks in every text of every type", () => {
  /** Attacks by kind. */
  const attacksAs = {
    markup: [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      '<img src="https://track.example.net/pixel.gif" width="1" height="1">',
      '<a href="javascript:alert(1)">x</a>',
      "<svg onload=alert(1)><script>alert(1)</script></svg>",
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
      '<iframe src="javascript:alert(1)"></iframe>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      '<form action="https://evil.example.net"><input name="password"></form>',
      '<p style="position:fixed;inset:0" class="fixed inset-0" id="root">x</p>',
      '<base href="https://evil.example.net"><meta http-equiv="refresh" content="0;url=https://evil.example.net"><link rel="stylesheet" href="https://evil.example.net">',
      '<form action="https://evil.example.net">words</form>',
      '<b class="fixed inset-0">words</b>',
      '<span id="root">words</span>',
      '"><script>alert(1)</script>',
      "data:image/svg+xml,<svg onload=alert(1)>",
    ],
    link: [
      "javascript:alert(1)",
      " \u0001javascript:alert(1)",
      "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
      "vbscript:msgbox(1)",
      '{"web_url": "javascript:alert(1)"}',
    ],
    picture: ["https://track.example.net/pixel.gif"],
    Markdown: ["[x](javascript:alert(1)) **x**", "![p](https://track.example.net/pixel.gif)"],
    text: ["\u202egnp.exe", "\u2066words"],
  };
  const attacks = Object.values(attacksAs).flat();

  const element = (tagName: string, properties: Element["properties"]): Element => {
    return { type: "element", tagName, properties, children: [] };
  };
  const asText = (value: string): Nodes => ({ type: "text", value });
  /** A renderer without protection, to prove that the attack would be detected, and harmless content in the same place. */
  const trusting: Record<keyof typeof attacksAs, [draw: (said: string) => Nodes, harmless: string]> = {
    markup: [(said) => fromHtml(said, { fragment: true }), "<b>words</b>"],
    link: [(said) => element("a", { href: said }), "https://shop.example.com/"],
    picture: [(said) => element("img", { src: said }), "https://storage.googleapis.com/a/b.png"],
    Markdown: [(said) => toHast(fromMarkdown(said)), "[x](https://shop.example.com/) **x**"],
    text: [asText, "words"],
  };

  const listed = (Object.keys(trusting) as (keyof typeof attacksAs)[]).flatMap((as) =>
    attacksAs[as].map((attack) => [as, attack] as const),
  );
  test.each(listed)("would be detected without protection, as %s: %s", (as, attack) => {
    const [draw, harmless] = trusting[as];
    expect(faultsOf(draw(harmless))).toEqual([]);
    expect(faultsOf(draw(attack))).not.toEqual([]);
  });

  const kept = new Set(["type", "bot", "picker"]);

  function poisoned(value: unknown, attack: string): unknown {
    if (typeof value === "string") return attack;
    if (Array.isArray(value)) return value.map((one) => poisoned(one, attack));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, kept.has(key) ? one : poisoned(one, attack)]),
    );
  }

  const forbidden = new Set(
    "script style iframe object embed form base meta link input math noscript template".split(" "),
  );

  test.each(Object.keys(messageTypes))("%s", (type) => {
    const ofType = messages.filter((message) => readMessage(message).type === type);
    expect(ofType.length).toBeGreaterThan(0);
    for (const message of ofType) {
      for (const attack of attacks) {
        for (const voice of type === "text" ? (["visitor", "bot"] as const) : (["bot"] as const)) {
          const evil = poisoned(message, attack);
          expectHarmless(draw(evil, undefined, voice));
          for (const answer of samples) {
            if (String(answer.type).startsWith(`${type}.`)) expectHarmless(draw(evil, poisoned(answer, attack), voice));
          }
        }
      }
    }
  });

  test.each(attacks)("unrecognised: %s", (attack) => {
    expectHarmless(draw({ type: attack, payload: { [attack]: attack } }));
    expectHarmless(draw({ type: "button", payload: { buttons: attack } }));
  });

  function expectHarmless(html: string): void {
    expect(faultsOf(fromHtml(html, { fragment: true }))).toEqual([]);
  }

  function faultsOf(node: Nodes): string[] {
    if (node.type === "text") return /[\u202a-\u202e\u2066-\u2069]/.test(node.value) ? ["a bidi control"] : [];
    const inner = "children" in node ? node.children.flatMap(faultsOf) : [];
    if (node.type !== "element") return inner;
    const { tagName, properties } = node;
    const isOdd = forbidden.has(tagName) || (tagName === "svg" && !String(properties.className).includes("lucide"));
    const odd = Object.entries(properties).filter(([name, value]) => isFault(name, String(value)));
    return [...(isOdd ? [`<${tagName}>`] : []), ...odd.map(([name, value]) => `${name}=${value}`), ...inner];
  }

  const never = ["srcDoc", "srcSet", "action", "formAction", "ping", "id", "name"];

  function isFault(name: string, value: string): boolean {
    if (/^on/i.test(name) || never.includes(name) || /[\u202a-\u202e\u2066-\u2069]/.test(value)) return true;
    if (name === "href") return !/^(https?|mailto|tel):/.test(value);
    if (name === "src") return !/^https:\/\/([\w-]+\.)*storage\.googleapis\.com\//.test(value);
    if (name === "style") return !/^((width|left):[\d.]+%|grid-column-start:\d)$/.test(value);
    return name === "className" && /\bfixed\b/.test(value);
  }
});

describe("a text of a megabyte", () => {
  const message = readMessage({ type: "text", text: "long ".repeat(180_000) });
  const bubble = <MessageBubble message={message} answer={null} voice="visitor" />;

  test("is rendered in part, and opened in the raw event", () => {
    const html = render(<RawAccess onShow={() => {}}>{bubble}</RawAccess>);
    expect(html.length).toBeLessThan(15_000);
    expect(textOf(html)).toMatch(/Open full message \(900,000 characters\)$/);
  });

  test("can be rendered completely where no raw event can be opened", () => {
    expect(textOf(render(bubble))).toMatch(/Show all 900,000 characters$/);
  });
});
