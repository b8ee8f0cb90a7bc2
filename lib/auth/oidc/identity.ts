import type { JWTPayload } from "jose";
import type { Role } from "@/lib/access/permissions";
import type { OidcSettings } from "@/lib/env/oidc";

/** A person, as a verified ID token describes them. */
export interface Identity {
  /** Unique among all issuers. */
  accountId: string;
  subject: string;
  /** Lower case, verified by the provider. */
  email: string;
  name: string;
  /** The role of their group; null if roles are managed in Playhead. */
  role: Role | null;
}

/** Reads the claims of a verified ID token; or the code of a refusal: components/sign-in/oidc-failures. */
export function readIdentity(claims: JWTPayload, settings: OidcSettings): Identity | "email_not_verified" | "no_group" {
  const { sub: subject = "", email, email_verified: isVerified, name } = claims;
  if (typeof email !== "string" || !email.includes("@")) return "email_not_verified";
  // One large provider sends the text "true".
  if (isVerified !== true && isVerified !== "true") return "email_not_verified";
  const role = roleOf(claims, settings);
  if (role === undefined) return "no_group";
  return {
    ...{ accountId: `${settings.issuer}#${subject}`, subject, role },
    email: email.trim().toLowerCase(),
    name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 100) : (email.split("@")[0] ?? email),
  };
}

/** The role of the first listed group that the person is in; undefined if they are in none. */
function roleOf(claims: JWTPayload, { groups }: OidcSettings): Role | null | undefined {
  if (groups === null) return null;
  const value = claimOf(claims, groups.claim);
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return groups.roles.find(([group]) => names.includes(group))?.[1];
}

/** A claim by its name, or by a path such as `realm_access.roles`. */
function claimOf(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((value, part) => {
    const isInside = typeof value === "object" && value !== null && Object.hasOwn(value, part);
    return isInside ? (value as Record<string, unknown>)[part] : undefined;
  }, claims);
}
