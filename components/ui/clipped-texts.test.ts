import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The opening tags in a source file that truncate their text. */
function clippingTags(source: string): string[] {
  return (source.match(/<[A-Za-z][\w.]*\s(?:[^<>]|=>)*?(?:\btruncate\b|line-clamp-\d)(?:[^<>]|=>)*>/g) ?? []).filter(
    // `JsonValue` sets the direction of its text itself.
    (tag) => !tag.startsWith("<JsonValue"),
  );
}

test("every truncated text has the direction of its content", () => {
  const sources = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => `${folder}/${name}`),
  );
  const tags = sources.flatMap((file) =>
    clippingTags(readFileSync(file, "utf8")).map((tag) => ({ file, tag: tag.replace(/\s+/g, " ") })),
  );
  expect(tags.length).toBeGreaterThan(50);
  expect(tags.filter(({ tag }) => !/\sdir="auto"/.test(tag))).toEqual([]);
});
