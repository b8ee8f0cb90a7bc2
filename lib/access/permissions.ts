/** What a viewer may do. */
export const permissions = ["read", "personal", "raw", "export", "analytics", "operate", "manage", "privacy"] as const;

export type Permission = (typeof permissions)[number];

const reading = ["read", "personal", "raw", "export", "analytics"] as const;

const permissionsOfRole = {
  admin: permissions,
  privacy: [...reading, "privacy"],
  agent: reading,
  analyst: ["read", "export", "analytics"],
  viewer: ["read"],
} as const satisfies Record<string, readonly Permission[]>;

/** A user's role: a set of permissions. */
export type Role = keyof typeof permissionsOfRole;

export const roles = Object.keys(permissionsOfRole) as [Role, ...Role[]];

/** The permissions that allow reading: tokens change nothing, whatever they are granted. */
export const permissionsThatRead = [...reading, "privacy"] as const satisfies readonly Permission[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(permissionsOfRole, text);
}

export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text);
}

/** The permissions of a role as stored; none for an unknown role. */
export function permissionsOf(role: string): ReadonlySet<Permission> {
  return new Set(isRole(role) ? permissionsOfRole[role] : []);
}

/** Whether a viewer has a permission. Exact texts contain personal data, so `raw` also requires `personal`. */
export function can(viewer: { readonly permissions: ReadonlySet<string> }, permission: Permission): boolean {
  const { permissions } = viewer;
  return permissions.has(permission) && (permission !== "raw" || permissions.has("personal"));
}
