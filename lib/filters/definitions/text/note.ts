import { saidFilter } from "@/lib/filters/kinds/said-filter";

export const note = saidFilter({
  label: "Note",
  help: "a note has these words",
  by: "note",
  texts: "notes",
  requires: "personal",
});
