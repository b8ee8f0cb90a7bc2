import type { z } from "zod";
import { addSchema, type FieldTree } from "@/lib/json/field-tree";

const remembered = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** The names of all fields that a schema reads, at any depth. */
export function fieldNames(schema: z.ZodType): ReadonlySet<string> {
  const known = remembered.get(schema);
  if (known !== undefined) return known;
  const tree: FieldTree = new Map();
  addSchema(tree, schema);
  const names = new Set<string>();
  const add = (fields: FieldTree) => {
    for (const [name, inner] of fields) {
      names.add(name);
      add(inner);
    }
  };
  add(tree);
  remembered.set(schema, names);
  return names;
}
