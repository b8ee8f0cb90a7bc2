import { beforeAll, expect, it, vi } from "vitest";
import type { Role } from "@/lib/access/permissions";
import { addAccount } from "@/lib/auth/accounts";
import { signIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const token = "token-for-the-tests-of-me";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const reading = ["read", "personal", "raw", "export", "analytics"];
const everything = { bots: null, accounts: null };

describeEachDatabase("GET /me", (openStore) => {
  beforeAll(async () => useStore(await openStore()));

  it("names the token, which is read-only", async () => {
    expect(await me({ authorization: `Bearer ${token}` })).toEqual({
      kind: "token",
      name: "PLAYHEAD_API_TOKEN",
      email: null,
      role: null,
      permissions: [...reading, "privacy"],
      scope: everything,
    });
  });

  it.each([
    ["admin", [...reading, "operate", "manage", "privacy"]],
    ["privacy", [...reading, "privacy"]],
    ["agent", reading],
    ["analyst", ["read", "export", "analytics"]],
    ["viewer", ["read"]],
  ] as const)("names the user, and what %s may do", async (role, permissions) => {
    const email = `${role}@example.com`;
    expect(await me({ cookie: await cookieOf(email, role) })).toEqual({
      kind: "user",
      name: "Ines",
      email,
      role,
      permissions,
      scope: everything,
    });
  });

  it("reveals nothing to unauthenticated requests", async () => {
    expect((await GET(new Request("http://localhost:3000/api/v1/me"))).status).toBe(401);
  });
});

async function me(headers: Record<string, string>): Promise<unknown> {
  return (await GET(new Request("http://localhost:3000/api/v1/me", { headers }))).json();
}

async function cookieOf(email: string, role: Role): Promise<string> {
  const password = "a kettle on the moon";
  await addAccount({ name: "Ines", email, password, role });
  return signIn({ email, password });
}
