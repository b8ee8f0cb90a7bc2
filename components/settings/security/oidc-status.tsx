import { FactList } from "@/components/settings/fact-list";
import { roleName } from "@/components/settings/role-names";
import type { Security } from "@/lib/api/schemas/security";

/** How single sign-on is set up, and whether the identity provider answers. */
export function OidcStatus({ oidc }: { oidc: Security["oidc"] }) {
  if (oidc === null) return <p className="text-sm">Not set up.</p>;
  const { name, issuer, problem, allowedDomains, roleClaim, roleMap } = oidc;
  const facts: [string, string][] = [
    ["Provider", name],
    ["Issuer", issuer],
    ["State", problem ?? "Answers"],
    [
      "Domains",
      allowedDomains.length === 0 ? "None: nobody gets an account by their address" : allowedDomains.join(", "),
    ],
    ...(roleClaim === null
      ? ([["Roles", "Managed in Settings → Users"]] satisfies [string, string][])
      : ([
          ["Claim with groups", roleClaim],
          ["Roles", roleMap.map(({ group, role }) => `${group} → ${roleName(role)}`).join(", ")],
        ] satisfies [string, string][])),
  ];
  return <FactList facts={facts} />;
}
