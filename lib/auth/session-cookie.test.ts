import { beforeEach, expect, it, vi } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { addAccount } from "./accounts";
import { auth } from "./auth";
import { sessionCookie } from "./session-cookie";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("APP_URL", "https://playhead.example.com");

describeEachDatabase("the session's cookie over https", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("has the name that signing in sets, with the prefix of host-only cookies", async () => {
    const body = { email: "ines@example.com", password: "a kettle on the moon" };
    await addAccount({ ...body, name: "Ines", role: "agent" });
    const { headers } = await auth().api.signInEmail({ body, returnHeaders: true });
    const names = headers.getSetCookie().map((cookie) => cookie.split("=")[0]);
    expect(await sessionCookie()).toBe("__Host-playhead.session_token");
    expect(names).toContain(await sessionCookie());
  });
});
