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
  return (
    <dl className="grid max-w-xl grid-cols-[auto_1fr] gap-x-8 gap-y-2 text-sm">
      {facts.map(([label, fact]) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
