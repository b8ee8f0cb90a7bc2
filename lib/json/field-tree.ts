import type { z } from "zod";

/**
 * Which fields an object may have, and theirs. Elements of a list stand under `[]`. A field without fields of its own may hold
 * anything: a scalar, or a value that is the user's own.
 */
export type FieldTree = Map<string, FieldTree>;

const deepest = 20;
const mostFound = 20;
const longestPath = 200;
const elements = "[]";

/** Adds every field of an example. */
export function addExample(tree: FieldTree, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) addExample(branch(tree, elements), item);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) addExample(branch(tree, name), inner);
  }
}

/** Adds every field that a schema reads, whatever it makes of it. */
export function addSchema(tree: FieldTree, schema: z.core.$ZodType): void {
  // The union of all definitions: the base type does not tell them apart.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "object") {
    for (const [name, inner] of Object.entries(def.shape)) addSchema(branch(tree, name), inner);
  } else if (def.type === "array") addSchema(branch(tree, elements), def.element);
  else if (def.type === "pipe") for (const part of [def.in, def.out]) addSchema(tree, part);
  else if (def.type === "union") for (const option of def.options) addSchema(tree, option);
  else if ("innerType" in def) addSchema(tree, def.innerType);
}

/**
 * Adds the paths of fields that the tree does not have, `payload.items[].price`, to `found`: of a field in a list once, and
 * nothing below it. At most a few an event, because it comes from outside.
 */
export function collectUnknown(tree: FieldTree, value: unknown, path: string, found: string[], depth = 0): void {
  if (tree.size === 0 || typeof value !== "object" || value === null || depth > deepest) return;
  const ofElements = tree.get(elements);
  if (Array.isArray(value)) {
    if (ofElements === undefined || ofElements.size === 0) return;
    const inside = path + elements;
    for (const item of value) collectUnknown(ofElements, item, inside, found, depth + 1);
    return;
  }
  // Known as a list only: an object there is keyed by what the user chose.
  if (ofElements !== undefined && tree.size === 1) return;
  // Every event passes here: no entries are made. What JSON.parse made has own members only.
  for (const name in value) {
    const known = tree.get(name);
    if (known === undefined) add(found, path, name);
    else if (known.size > 0)
      collectUnknown(known, value[name as keyof typeof value], join(path, name), found, depth + 1);
  }
}

function add(found: string[], path: string, name: string): void {
  // Keyed by a variable's token: the user's own name.
  if (found.length >= mostFound || name.startsWith("\u00bf\u00b7")) return;
  const whole = join(path, name).slice(0, longestPath);
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
