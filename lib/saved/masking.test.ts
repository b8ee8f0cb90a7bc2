import { beforeEach, expect, it } from "vitest";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { testUser } from "@/lib/testing/viewer";
import { changeMasking } from "./masking";

const admin = testUser();

describeEachDatabase("the settings of masking", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("keep every one of several changes at once, each with what was before it", async () => {
    const names = ["plan", "city", "shoe_size", "favourite"];
    await Promise.all(names.map((name) => changeMasking(admin, { variables: { [name]: true } })));
    const row = await store().records.setting.findUniqueOrThrow({ where: { name: "masking" } });
    const variables = JSON.parse(row.value).variables;
    expect(Object.keys(variables).sort()).toEqual([...names].sort());
    const entries = await store().records.auditEntry.findMany({ orderBy: { id: "asc" } });
    let before = {};
    for (const { detail } of entries) {
      const changed = JSON.parse(detail ?? "{}");
      expect(changed.before).toEqual(before);
      before = changed.after;
    }
    expect(before).toEqual(variables);
  });
});
