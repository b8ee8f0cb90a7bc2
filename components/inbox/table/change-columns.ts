import { type ListColumnSetting, narrowestColumn, widestColumn } from "@/lib/api/list-settings";
import type { ListColumn } from "@/lib/columns/list-column";

type Columns = readonly ListColumnSetting[];

/** Moves a column to its new index. */
export function moveColumn(columns: Columns, id: ListColumn, to: number): ListColumnSetting[] {
  const moved = columns.filter((column) => column.id === id);
  const others = columns.filter((column) => column.id !== id);
  return [...others.slice(0, Math.max(0, to)), ...moved, ...others.slice(Math.max(0, to))];
}

/** Sets a column's width in pixels, within bounds. */
export function resizeColumn(columns: Columns, id: ListColumn, width: number): ListColumnSetting[] {
  const fitting = Math.min(widestColumn, Math.max(narrowestColumn, Math.round(width)));
  return columns.map((column) => (column.id === id ? { id, width: fitting } : column));
}

/** Appends a column; an existing one stays where it is. */
export function addColumn(columns: Columns, id: ListColumn, width: number): ListColumnSetting[] {
  return columns.some((column) => column.id === id) ? [...columns] : [...columns, { id, width }];
}

/** Removes a column, except the last one. */
export function removeColumn(columns: Columns, id: ListColumn): ListColumnSetting[] {
  const others = columns.filter((column) => column.id !== id);
  return others.length === 0 ? [...columns] : others;
}
