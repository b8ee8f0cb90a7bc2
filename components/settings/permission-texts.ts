import type { Permission } from "@/lib/access/permissions";

/** What each permission allows. */
export const permissionTexts: Record<Permission, string> = {
  read: "Conversations and visitors",
  personal: "Personal data, unmasked",
  raw: "Deliveries and exact texts",
  export: "Exports",
  analytics: "Analytics",
  operate: "Reprocess deliveries, webhook tokens, setup",
  manage: "Users, tokens and settings",
  privacy: "Erasure, retention and the logs",
};
