import { describe, expect, it } from "vitest";
import { listSettings } from "@/lib/api/schemas/list-settings";
import { addColumn, moveColumn, removeColumn, resizeColumn } from "./change-columns";

const columns = (["title", "status", "labels"] as const).map((id) => ({ id, width: 100 }));
const ids = (changed: readonly { id: string }[]) => changed.map(({ id }) => id).join(" ");

describe("columns", () => {
  it("move to an index, clamped to the ends", () => {
    expect(ids(moveColumn(columns, "title", 1))).toBe("status title labels");
    expect(ids(moveColumn(columns, "labels", 0))).toBe("labels title status");
    expect(ids(moveColumn(columns, "labels", -1))).toBe("labels title status");
    expect(ids(moveColumn(columns, "title", 9))).toBe("status labels title");
    expect(ids(moveColumn(columns, "events", 0))).toBe("title status labels");
  });

  it("keep a valid width", () => {
    for (const width of [-5, 0, 99.6, 100_000]) {
      const [resized] = resizeColumn(columns, "title", width);
      expect(listSettings.shape.columns.safeParse([resized]).success).toBe(true);
    }
    expect(resizeColumn(columns, "status", 99.6)[1]).toEqual({ id: "status", width: 100 });
  });

  it("are added once and removed down to one", () => {
    const added = addColumn(addColumn(columns, "var.plan", 120), "var.plan", 300);
    expect(added.at(-1)).toEqual({ id: "var.plan", width: 120 });
    expect(ids(removeColumn(added, "status"))).toBe("title labels var.plan");
    expect(ids(removeColumn([{ id: "title", width: 100 }], "title"))).toBe("title");
  });
});
