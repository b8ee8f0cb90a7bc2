import { describe, expect, it } from "vitest";
import type { Command } from "@/components/commands/commands";
import { findCommands } from "./find-commands";

const command = (title: string, keywords: string[] = []): Command => ({
  id: title,
  title,
  group: "Pages",
  keywords,
  run: () => undefined,
});
const commands = [command("Dark theme", ["night"]), command("Deliveries", ["webhook"]), command("The inbox")];
const titles = (typed: string) => findCommands(commands, typed).map(({ title }) => title);

describe("finding commands", () => {
  it("returns all of them without a query", () => {
    expect(titles("  ")).toEqual(["Dark theme", "Deliveries", "The inbox"]);
  });

  it("matches words in any case and order, including keywords and the group", () => {
    expect(titles("THEME dark")).toEqual(["Dark theme"]);
    expect(titles("webhook")).toEqual(["Deliveries"]);
    expect(titles("pages night")).toEqual(["Dark theme"]);
    expect(titles("nothing of it")).toEqual([]);
  });

  it("ranks titles that start with the query before those that contain it", () => {
    expect(titles("d")).toEqual(["Dark theme", "Deliveries"]);
    expect(findCommands([command("Go to open"), command("Open")], "open").map(({ title }) => title)).toEqual([
      "Open",
      "Go to open",
    ]);
  });
});
