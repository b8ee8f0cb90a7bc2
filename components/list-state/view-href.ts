import type { SavedView } from "@/lib/api/schemas/saved-view";

/** The URL's parameter that names the view that is shown; {@link everything} where none is meant. */
export const viewParameter = "view";
/** Stands for the whole list, where a view is what the inbox opens with. */
export const everything = "all";

/** The inbox as a view shows it. */
export function viewHref({ id, search }: Pick<SavedView, "id" | "search">): string {
  const parameters = new URLSearchParams(search);
  parameters.set(viewParameter, id);
  return `/?${parameters}`;
}
