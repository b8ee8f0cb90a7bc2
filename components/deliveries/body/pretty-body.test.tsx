import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PrettyBody } from "./pretty-body";

const marked = (text: string, byte: number) => {
  const html = renderToStaticMarkup(<PrettyBody text={text} faults={[{ byte, reason: "odd" }]} />);
  return [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, found]) => found?.replaceAll("&quot;", '"'));
};

it("marks the invalid value, not the braces around it", () => {
  expect(marked('{"é":1,"timestamp":"yesterday"}', 20)).toEqual(['"yesterday"']);
});

it("marks the end of a truncated body", () => {
  expect(marked('{"events":[{"a":1', 17)).toEqual(["⏹"]);
});

it("renders a long body around its error", () => {
  const text = `[${Array.from({ length: 5000 }, (_, place) => place).join(",")},"bad"]`;
  expect(marked(text, text.indexOf('"bad"'))).toEqual(['"bad"']);
});
