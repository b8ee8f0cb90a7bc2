import { isVariable } from "@/lib/columns/csv-columns";
import { isListColumn, type ListColumn } from "@/lib/columns/list-column";
import { type FacetName, isFacet } from "./facets";

export const narrowestColumn = 56;
export const widestColumn = 720;
export const mostColumns = 40;

/** The store keeps variable names of up to 400 characters. */
const longestId = "var.".length + 400;

export const forms = ["list", "table"] as const;
export const densities = ["comfortable", "compact"] as const;

/** Layout of the conversation list: stored on a device, and in saved views. */
export interface ListSettings {
  /** `list`: one card per conversation; `table`: rows with columns, if the screen is wide enough. */
  form: (typeof forms)[number];
  density: (typeof densities)[number];
  /** Show facets next to the list. */
  facets: boolean;
  /** The expanded facets. */
  openFacets: FacetName[];
  /** In order, without duplicates. */
  columns: ListColumnSetting[];
}

export interface ListColumnSetting {
  id: ListColumn;
  /** Pixels. */
  width: number;
}

/** Whether there is a column with this name. */
export function isKnownColumn(id: string): id is ListColumn {
  return id.length <= longestId && isListColumn(id);
}

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

/** Serializes the settings as one line, for a cookie: `form=table&density=compact&facets=no&column=160:title`. */
export function writeListSettings({ form, density, facets, openFacets, columns }: ListSettings): string {
  return new URLSearchParams([
    ["form", form],
    ["density", density],
    ["facets", facets ? "yes" : "no"],
    ...(openFacets.length === 0 ? [["open", "none"]] : openFacets.map((facet) => ["open", facet])),
    ...columns.map(({ id, width }) => ["column", `${width}:${id}`]),
  ]).toString();
}

/**
 * Parses the line written by {@link writeListSettings}. Invalid parts are ignored and defaults used, so that an old line remains
 * usable.
 */
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
  return {
    form: forms.find((form) => form === wanted.form) ?? defaultListSettings.form,
    density: densities.find((density) => density === wanted.density) ?? defaultListSettings.density,
    facets: wanted.facets,
    openFacets: readOpenFacets(wanted.openFacets),
    columns: readListColumns(wanted.columns),
  };
}

/** The known columns, without duplicates. */
function readListColumns(wanted: { id: string; width: number }[]): ListColumnSetting[] {
  const known = wanted.flatMap(({ id, width }) =>
    isKnownColumn(id) && Number.isInteger(width) && width >= narrowestColumn && width <= widestColumn
      ? [{ id, width }]
      : [],
  );
  const once = known.filter(({ id }, place) => known.findIndex((other) => other.id === id) === place);
  return once.length === 0 ? defaultListSettings.columns : once.slice(0, mostColumns);
}

function readOpenFacets(names: string[]): FacetName[] {
  return names.length === 0 ? defaultListSettings.openFacets : names.filter(isFacet);
}

/** The variable columns of a table, for `columns=` of `GET /conversations`: `var.plan`. */
export function variableColumns({ form, columns }: Pick<ListSettings, "form" | "columns">): `var.${string}`[] {
  return form === "table" ? columns.map(({ id }) => id).filter(isVariable) : [];
}
