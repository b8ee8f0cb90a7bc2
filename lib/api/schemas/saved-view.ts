import { z } from "zod";
import { listSettings } from "@/lib/api/schemas/list-settings";
import { defaultSort, readSort } from "@/lib/columns/sorts";
import { isFilterName, readFilters } from "@/lib/filters/read-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { instant } from "./event";

const settings = listSettings.nullable();

/** The list's query string in normal form, so that equal lists have equal texts. */
const listSearch = z
  .string()
  .max(8000, "Use at most 8,000 characters.")
  .transform((text, context) => {
    const parameters = new URLSearchParams(text);
    const sort = readSort(parameters.get("sort") ?? defaultSort);
    const unknown = [...parameters.keys()].find((name) => name !== "sort" && !isFilterName(name));
    parameters.delete("sort");
    const read = readFilters(parameters);
    if (unknown === undefined && sort !== null && read.ok) return searchOf(read.filters, sort);
    const fault = read.ok ? `"${unknown ?? "sort"}" is invalid.` : read.message;
    context.addIssue({ code: "custom", message: `Invalid query string of the list: ${fault}` });
    return z.NEVER;
  });

const name = z.string().trim().min(1, "Enter a name.").max(80, "Use at most 80 characters.");

/** A named list of conversations. */
export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean().describe("Everyone sees it; its owner and admins can change it."),
  search: z.string().describe("The query string of the list, for example `status=open&label=refund`."),
  /** The layout of the list; null leaves it unchanged. */
  settings,
  position: z.int().describe("The position among your own or the shared views, ascending."),
  owner: z.object({ id: z.string(), name: z.string() }).nullable().describe("null if the account was removed."),
  canChange: z.boolean().describe("Whether you may change it."),
  isDefault: z.boolean().describe("Whether it is your default view."),
  createdAt: instant,
  updatedAt: instant,
});

export type SavedView = z.output<typeof savedView>;

/** `GET /views`. */
export const savedViews = z.object({ data: z.array(savedView) });

/** `POST /views`. */
export const newView = z.strictObject({
  name,
  search: listSearch,
  settings: settings.default(null),
  isShared: z.boolean().default(false),
});

export type NewView = z.input<typeof newView>;

/** `PATCH /views/{id}`: omitted fields are unchanged. */
export const viewChange = z.strictObject({
  name: name.optional(),
  search: listSearch.optional(),
  settings: settings.optional(),
  isShared: z.boolean().optional(),
  position: z.int().min(-1_000_000).max(1_000_000).optional(),
});

export type ViewChange = z.input<typeof viewChange>;

/** `POST /views/default`: null for none. */
export const defaultView = z.strictObject({ id: z.string().max(100).nullable() });

/** `GET /views/counts`. */
export const viewCounts = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      count: z
        .int()
        .nullable()
        .describe("Matching conversations, counted up to 10,000; null if a filter no longer exists."),
      isMore: z.boolean().describe("Whether there are more than were counted."),
    }),
  ),
});

function searchOf(filters: Parameters<typeof writeFilters>[0], sort: string): string {
  const parameters = writeFilters(filters);
  if (sort !== defaultSort) parameters.set("sort", sort);
  return parameters.toString();
}
