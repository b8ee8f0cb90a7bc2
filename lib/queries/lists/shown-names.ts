import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import { KnownValues } from "@/lib/masking/known-values";
import { maskText } from "@/lib/masking/mask-text";

/** Whether a viewer may see the name of a variable: senders may put anything into it. */
export function isNameShown(access: Access, name: string): boolean {
  return can(access, "personal") || maskText(name, KnownValues.none) === name;
}
