import { expect, it } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { changeAccounts } from "./change-accounts";
import { countUsers, insertUser, readUsers } from "./users";

describeEachDatabase("changes of accounts", (openStore) => {
  it("run one after another, so that each sees what earlier ones have stored", async () => {
    const store = await openStore();
    const outcomes = await Promise.all(["1", "2", "3", "4", "5"].map((id) => addFirst(store, id)));
    expect(outcomes.filter((isAdded) => isAdded)).toHaveLength(1);
    expect(await countUsers(store)).toBe(1);
  });

  it("store nothing when they fail", async () => {
    const store = await openStore();
    const change = changeAccounts(store, async (within) => {
      await insertUser(within, userOf("1"));
      expect(await countUsers(within)).toBe(1);
      throw new Error("refused");
    });
    await expect(change).rejects.toThrow("refused");
    expect(await readUsers(store, { createdSince: new Date(0), usedSince: new Date(0) })).toEqual([]);
  });
});

async function addFirst(store: Store, id: string): Promise<boolean> {
  return changeAccounts(store, async (within) => {
    if ((await countUsers(within)) > 0) return false;
    await insertUser(within, userOf(id));
    return true;
  });
}

function userOf(id: string) {
  return { id, name: `User ${id}`, email: `${id}@example.com`, role: "agent" };
}
