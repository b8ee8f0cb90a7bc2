import { beforeAll, expect, it, vi } from "vitest";
import { addAccount } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import type { Role } from "@/lib/auth/viewer";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { GET } from "./route";

const token = "token-for-the-tests-of-me";
vi.stubEnv("PLAYHEAD_API_TOKEN", token);
vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const reading = ["read", "personal", "raw", "export"];

describeEachDatabase("GET /me", (openStore) => {
  beforeAll(async () => useStore(await openStore()));

  it("names the token, which is read-only", async () => {
    expect(await me({ authorization: `Bearer ${token}` })).toEqual({
      kind: "token",
      name: "PLAYHEAD_API_TOKEN",
      email: null,
      role: null,
      permissions: reading,
    });
  });

  it.each([
    ["admin", [...reading, "operate", "manage"]],
    ["member", reading],
  ] as const)("names the user, and what %s may do", async (role, permissions) => {
    const email = `${role}@example.com`;
    expect(await me({ cookie: await cookieOf(email, role) })).toEqual({
      kind: "user",
      name: "Ines",
      email,
      role,
      permissions,
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
  const { headers } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true });
  return headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}
