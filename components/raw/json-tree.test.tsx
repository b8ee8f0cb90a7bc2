import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { JsonTree } from "./json-tree";

const draw = (value: unknown, search = "") => renderToStaticMarkup(<JsonTree value={value} search={search} />);
const nodesOf = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;
const list = <Item,>(length: number, item: (place: number) => Item) =>
  Array.from({ length }, (_, place) => item(place));

it.each([
  ["a long list", list(50_000, String)],
  ["many fields", Object.fromEntries(list(50_000, (place) => [`name ${place}`, place]))],
  ["lists of lists", list(100, () => list(100, () => list(100, () => 1)))],
  ["a long text", "long ".repeat(200_000)],
])("%s is rendered in part, and the rest on demand", (_, value) => {
  const html = draw({ event: { payload: value } });
  expect(nodesOf(html)).toBeLessThan(15_000);
  expect(html.length).toBeLessThan(2_000_000);
  expect(html).toMatch(/Show all|\[100\]/);
});

it("renders short values completely, and expanded", () => {
  const html = draw({ event: { payload: { items: [{ name: "deep" }] } } });
  expect(html).toContain("deep");
  expect(html).not.toContain("Show all");
});

it("finds what is not rendered initially", () => {
  const html = draw({ items: list(50_000, (place) => `item ${place}`) }, "item 49999");
  expect(html).toContain("<mark>item 49999</mark>");
  expect(html).not.toContain("item 1&quot;");
});
