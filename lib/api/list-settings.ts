import { z } from "zod";
import { isVariable } from "@/lib/columns/csv-columns";
import { isListColumn } from "@/lib/columns/list-column";
import { type FacetName, facetName } from "./facets";

export const narrowestColumn = 56;
export const widestColumn = 720;
const mostColumns = 40;

/** The store keeps names of variables up to 400 characters. */
const longestId = "var.".length + 400;

const column = z.strictObject({
  id: z.string().max(longestId).refine(isListColumn),
  /** Pixels. */
  width: z.int().min(narrowestColumn).max(widestColumn),
});

/** How the list of conversations looks: remembered on a device, and part of a saved view. */
export const listSettings = z.strictObject({
  /** `list`: a card a conversation; `table`: a line with columns, where there is room. */
  form: z.enum(["list", "table"]),
  density: z.enum(["comfortable", "compact"]),
  /** The values with their counts stand beside the list. */
  facets: z.boolean(),
  /** Those that are open. */
  openFacets: z.array(facetName).max(50),
  /** In their order; each once. */
  columns: z
    .array(column)
    .min(1)
    .max(mostColumns)
    .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length),
});

export type ListSettings = z.output<typeof listSettings>;
export type ListColumnSetting = ListSettings["columns"][number];

export const defaultListSettings: ListSettings = {
  form: "list",
  density: "comfortable",
  facets: false,
  openFacets: ["status", "assignee", "label", "channel"],
  columns: [
    { id: "title", width: 208 },
    { id: "lastMessage", width: 320 },
    { id: "status", width: 88 },
    { id: "assignee", width: 144 },
    { id: "labels", width: 184 },
    { id: "channel", width: 124 },
    { id: "messages", width: 96 },
    { id: "lastEventAt", width: 96 },
  ],
};

/** The settings as one line of text, for a cookie: `form=table&density=compact&facets=no&column=160:title`. */
export function writeListSettings({ form, density, facets, openFacets, columns }: ListSettings): string {
  return new URLSearchParams([
    ["form", form],
    ["density", density],
    ["facets", facets ? "yes" : "no"],
    ...(openFacets.length === 0 ? [["open", "none"]] : openFacets.map((facet) => ["open", facet])),
    ...columns.map(({ id, width }) => ["column", `${width}:${id}`]),
  ]).toString();
}

/** Reads {@link writeListSettings}' line. What does not fit is left out, else as by default, so that an old line still serves. */
export function readListSettings(line: string | undefined): ListSettings {
  const parameters = new URLSearchParams(line);
  const wanted = {
    form: parameters.get("form"),
    density: parameters.get("density"),
    facets: parameters.get("facets") === "yes",
    openFacets: parameters.getAll("open"),
    columns: parameters.getAll("column").map((text) => {
      const end = text.indexOf(":");
      return { id: text.slice(end + 1), width: Number(text.slice(0, end)) };
    }),
  };
  const parts = listSettings.shape;
  return {
    form: parts.form.safeParse(wanted.form).data ?? defaultListSettings.form,
    density: parts.density.safeParse(wanted.density).data ?? defaultListSettings.density,
    facets: wanted.facets,
    openFacets: readOpenFacets(wanted.openFacets),
    columns: readListColumns(wanted.columns),
  };
}

/** Those that are known, each at its first place. */
function readListColumns(wanted: { id: string; width: number }[]): ListColumnSetting[] {
  const known = wanted.flatMap((one) => column.safeParse(one).data ?? []);
  const once = known.filter(({ id }, place) => known.findIndex((other) => other.id === id) === place);
  return once.length === 0 ? defaultListSettings.columns : once.slice(0, mostColumns);
}

function readOpenFacets(names: string[]): FacetName[] {
  if (names.length === 0) return defaultListSettings.openFacets;
  return names.flatMap((name) => facetName.safeParse(name).data ?? []);
}

/** The columns of variables in a table, for `columns=` of `GET /conversations`: `var.plan`. */
export function variableColumns({ form, columns }: Pick<ListSettings, "form" | "columns">): `var.${string}`[] {
  return form === "table" ? columns.map(({ id }) => id).filter(isVariable) : [];
}
