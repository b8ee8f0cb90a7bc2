import type { z } from "zod";

/**
 * Allowed fields of an object, as a tree. Elements of a list are under `[]`. A field without children may have any value: a
 * scalar, or user-defined data.
 */
export type FieldTree = Map<string, FieldTree>;

const maxDepth = 20;
const maxFound = 20;
const maxPathLength = 200;
const elements = "[]";

/** Adds all fields of an example. */
export function addExample(tree: FieldTree, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) addExample(branch(tree, elements), item);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) addExample(branch(tree, name), inner);
  }
}

/** Adds all fields that a schema reads. */
export function addSchema(tree: FieldTree, schema: z.core.$ZodType): void {
  // The union of all definitions, which the base type cannot narrow.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "object") {
    for (const [name, inner] of Object.entries(def.shape)) addSchema(branch(tree, name), inner);
  } else if (def.type === "array") addSchema(branch(tree, elements), def.element);
  else if (def.type === "pipe") for (const part of [def.in, def.out]) addSchema(tree, part);
  else if (def.type === "union") for (const option of def.options) addSchema(tree, option);
  else if ("innerType" in def) addSchema(tree, def.innerType);
}

/**
 * Appends the paths of fields that are not in the tree, such as `payload.items[].price`, to `found`: fields of list elements
 * once, without descendants, and only the first few of each event, since senders control them.
 */
export function collectUnknown(tree: FieldTree, value: unknown, path: string, found: string[], depth = 0): void {
  if (tree.size === 0 || typeof value !== "object" || value === null || depth > maxDepth) return;
  const ofElements = tree.get(elements);
  if (Array.isArray(value)) {
    if (ofElements === undefined || ofElements.size === 0) return;
    const inside = path + elements;
    for (const item of value) collectUnknown(ofElements, item, inside, found, depth + 1);
    return;
  }
  // Only known as a list: an object here has user-defined keys.
  if (ofElements !== undefined && tree.size === 1) return;
  // Runs for every event: does not allocate entries. Objects from JSON.parse have own members only.
  for (const name in value) {
    const known = tree.get(name);
    if (known === undefined) add(found, path, name);
    else if (known.size > 0)
      collectUnknown(known, value[name as keyof typeof value], join(path, name), found, depth + 1);
  }
}

function add(found: string[], path: string, name: string): void {
  // The key is the token of a variable: user-defined.
  if (found.length >= maxFound || name.startsWith("\u00bf\u00b7")) return;
  const whole = join(path, name).slice(0, maxPathLength);
  if (!found.includes(whole)) found.push(whole);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function branch(tree: FieldTree, name: string): FieldTree {
  const known = tree.get(name);
  if (known !== undefined) return known;
  const grown: FieldTree = new Map();
  tree.set(name, grown);
  return grown;
}
