import type { SavedView } from "@/lib/api/schemas/saved-view";

/** The URL parameter of the current view; {@link everything} for none. */
export const viewParameter = "view";
/** Selects the unfiltered list when the inbox has a default view. */
export const everything = "all";

/** The inbox's URL for a view. */
export function viewHref({ id, search }: Pick<SavedView, "id" | "search">): string {
  const parameters = new URLSearchParams(search);
  parameters.set(viewParameter, id);
  return `/?${parameters}`;
}
