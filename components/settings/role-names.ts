import type { Role } from "@/lib/access/permissions";

/** Names of the roles, and what they allow, from the one with the most rights to the one with the fewest. */
export const roleTexts: Record<Role, { name: string; description: string }> = {
  admin: { name: "Admin", description: "Everything, including users, tokens and settings." },
  privacy: {
    name: "Privacy officer",
    description: "Reads everything, erases personal data, and sees who has read what.",
  },
  agent: { name: "Agent", description: "Reads and exports everything, including deliveries." },
  analyst: { name: "Analyst", description: "Reads and exports conversations with personal data masked." },
  viewer: { name: "Viewer", description: "Reads conversations with personal data masked." },
};

export function roleName(role: Role | null): string {
  return role === null ? "Unknown role" : roleTexts[role].name;
}
