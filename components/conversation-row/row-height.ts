import type { ListSettings } from "@/lib/api/list-settings";

/** Every row of a list has the same height in pixels, so that the list neither measures nor jumps. */
export function rowHeightOf({ form, density }: Pick<ListSettings, "form" | "density">): number {
  return heights[form][density];
}

const heights = {
  list: { comfortable: 86, compact: 58 },
  table: { comfortable: 42, compact: 32 },
};
