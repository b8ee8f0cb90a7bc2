import { z } from "zod";
import { isRole, type Role, roles } from "@/lib/access/permissions";

/** How people sign in through an identity provider. */
export interface OidcSettings {
  /** As its discovery document and ID tokens name it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button on the sign-in page calls the provider. */
  name: string;
  /** Lower case. People with a verified address of these domains get an account at their first sign-in. */
  allowedDomains: readonly string[];
  /** The roles of groups, in order of precedence; null if roles are managed in Playhead. */
  groups: { claim: string; roles: readonly (readonly [group: string, role: Role])[] } | null;
}

/** Items separated by commas. */
export const list = z.string().transform((text) => text.split(",").flatMap((item) => item.trim() || []));
const domain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

export const oidcVariables = {
  OIDC_ISSUER: z
    .url({ abort: true, error: "must be an address such as https://login.example.com" })
    .refine(isIssuer, "must be an https address without user, query or fragment (http only for localhost)")
    .optional(),
  OIDC_CLIENT_ID: z.string().trim().optional(),
  OIDC_CLIENT_SECRET: z.string().trim().optional(),
  OIDC_NAME: z.string().trim().max(40, "must have at most 40 characters").optional(),
  OIDC_ALLOWED_DOMAINS: list
    .transform((domains) => domains.map((one) => one.toLowerCase()))
    .refine(
      (domains) => domains.every((one) => domain.test(one)),
      "must be domains such as example.com, separated by commas",
    )
    .default([]),
  OIDC_ROLE_CLAIM: z.string().trim().optional(),
  OIDC_ROLE_MAP: list
    .transform((entries, context) => {
      const pairs = entries.map(readPair);
      const found = pairs.filter((pair) => pair !== null);
      if (found.length === pairs.length) return found;
      const message = `must be group=role, separated by commas; a role is one of ${roles.join(", ")}`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .default([]),
};

type Values = z.infer<z.ZodObject<typeof oidcVariables>>;

/** The variables that are required by others but missing, each with an error message. */
export function oidcFaults(values: Values): { variable: string; message: string }[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_ALLOWED_DOMAINS } = values;
  const { OIDC_ROLE_CLAIM, OIDC_ROLE_MAP } = values;
  const needed = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const others = [OIDC_NAME, OIDC_ROLE_CLAIM].some((value) => value !== undefined);
  const lists = OIDC_ALLOWED_DOMAINS.length + OIDC_ROLE_MAP.length > 0;
  const isUsed = others || lists || Object.values(needed).some((value) => value !== undefined);
  const missing = Object.entries(needed).flatMap(([variable, value]) =>
    isUsed && value === undefined ? [{ variable, message: "is required for single sign-on" }] : [],
  );
  if (OIDC_ROLE_CLAIM !== undefined && OIDC_ROLE_MAP.length === 0) {
    missing.push({ variable: "OIDC_ROLE_MAP", message: "is required with OIDC_ROLE_CLAIM" });
  }
  if (OIDC_ROLE_CLAIM === undefined && OIDC_ROLE_MAP.length > 0) {
    missing.push({ variable: "OIDC_ROLE_CLAIM", message: "is required with OIDC_ROLE_MAP" });
  }
  return missing;
}

/** The settings from valid variables; null without single sign-on. */
export function oidcOf(values: Values): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    ...{ issuer, clientId, clientSecret },
    name: values.OIDC_NAME ?? new URL(issuer).host,
    allowedDomains: values.OIDC_ALLOWED_DOMAINS,
    groups:
      values.OIDC_ROLE_CLAIM === undefined ? null : { claim: values.OIDC_ROLE_CLAIM, roles: values.OIDC_ROLE_MAP },
  };
}

/** Group names can contain "=", roles cannot. */
function readPair(entry: string): [group: string, role: Role] | null {
  const at = entry.lastIndexOf("=");
  const [group, role] = [entry.slice(0, Math.max(at, 0)).trim(), entry.slice(at + 1).trim()];
  return group !== "" && isRole(role) ? [group, role] : null;
}

function isIssuer(text: string): boolean {
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return (protocol === "https:" || (protocol === "http:" && isLocal)) && username + password + search + hash === "";
}
