import { expect, it } from "vitest";
import { listsInMarkdown } from "@/lib/testing/lists-in-markdown";

it("documents every filter, sort order and column (npx vitest run -u lib/filters/documentation.test.ts writes it)", async () => {
  await expect(listsInMarkdown()).toMatchFileSnapshot("../../docs/lists.md");
});
