import { expect, it, vi } from "vitest";
import { addAccount } from "@/lib/auth/accounts";
import { signIn } from "@/lib/testing/access/signed-in";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { POST as reprocess } from "./deliveries/[id]/reprocess/route";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

const account = { name: "Ines", email: "ines@example.com", password: "a kettle on the moon", role: "agent" } as const;

describeEachDatabase("an agent", (openStore) => {
  it("cannot reprocess a delivery", async () => {
    const store = await openStore();
    useStore(store);
    const [open] = await deliver(store, "not JSON");
    await addAccount(account);
    const headers = {
      cookie: await signIn(account),
      origin: "http://localhost:3000",
      host: "localhost:3000",
      "content-type": "application/json",
    };
    const url = `http://localhost:3000/api/v1/deliveries/${open?.id}/reprocess`;
    const body = JSON.stringify({ body: '{"events":[]}' });
    const response = await reprocess(new Request(url, { method: "POST", headers, body }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden", error: expect.stringContaining('"operate"') });
    expect(await store.reader.delivery.findMany()).toMatchObject([{ resolution: "open" }]);
  });
});
