import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { htmlTree } from "./html-tree";

function elementsIn(tree: Root): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes) => {
    if (node.type === "element") found.push(node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

const harmless = new Set(
  "a b strong i em u s p div span br ul ol li blockquote pre code img table tbody thead tr td th h1 h2 h3".split(" "),
);
const properties = new Set(["href", "src", "alt", "start", "colSpan", "rowSpan"]);

/** Unsafe nodes in a tree: `<script>`, `class on <div>`, `href javascript:`. */
function faultsOf(tree: Root): string[] {
  return elementsIn(tree).flatMap(({ tagName, properties: own }) => [
    ...(harmless.has(tagName) ? [] : [`<${tagName}>`]),
    ...Object.keys(own)
      .filter((name) => !properties.has(name))
      .map((name) => `${name} on <${tagName}>`),
    ...["href", "src"].filter(
      (name) =>
        name in own &&
        /^\s*[a-z][a-z\d+.-]*:/i.test(String(own[name])) &&
        !/^(https?|mailto|tel):/i.test(String(own[name])),
    ),
  ]);
}

const attacks = [
  "<script>alert(1)</script>words",
  "<style>*{display:none}</style>words",
  "words<img src=x onerror=alert(1)>",
  '<a href="javascript:alert(1)">words</a>',
  '<a href="data:text/html,<script>alert(1)</script>">words</a>',
  '<form action="https://evil.example.net">words<input name="password" value="x"><button>send</button></form>',
  "<textarea>words</textarea><select><option>words</option></select>",
  '<iframe src="https://evil.example.net"></iframe>words',
  '<object data="https://evil.example.net">inside</object>words',
  "<svg onload=alert(1)><text>inside</text></svg>words",
  "<math><mtext>inside</mtext></math>words",
  '<base href="https://evil.example.net"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="x">words',
  '<p style="position:fixed;inset:0">words</p>',
  ...["div", "b", "span", "li", "p", "a", "td"].flatMap((tag) => {
    const open = tag === "td" ? "<table><tr><td" : `<${tag}`;
    return [`${open} class="fixed inset-0">words`, `${open} id="root">words`, `${open} onclick="x()">words`];
  }),
];

test.each(attacks)("nothing of %s remains except its text", (attack) => {
  // The attack is detected without sanitizing, so that its absence below is significant.
  expect(faultsOf(fromHtml(attack, { fragment: true }))).not.toEqual([]);
  const safe = htmlTree(attack);
  expect(safe).not.toBeNull();
  expect(faultsOf(safe?.tree ?? { type: "root", children: [] })).toEqual([]);
  expect(JSON.stringify(safe?.tree)).toContain("words");
});
