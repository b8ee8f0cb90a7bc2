import { describe, expect, it } from "vitest";
import { pointsText } from "@/components/analytics/change-words";
import { shareText } from "@/components/analytics/count-text";
import { cutTo, namesOf, titleOf } from "./flow-words";
import { shareChange } from "./share-change";
import { flagText, followedText, wiringFinding } from "./wiring-words";

const week = (shown: number, answered: number, abandoned = shown - answered) => ({
  ...{ from: "", to: "", shown, answered, typedInstead: 0, askedAgain: 0, handedOver: 0, abandoned, pending: 0 },
});

describe("the words of flows", () => {
  it("cut long titles, where wide letters count twice", () => {
    expect(cutTo("Which order?", 12)).toBe("Which order?");
    expect(cutTo("Which order is it?", 12)).toBe("Which order…");
    expect(cutTo("ご注文番号を教えて", 6)).toBe("ご注文…");
    expect(titleOf({ title: null, type: "file_upload" })).toBe("Hidden title (file upload)");
  });

  it("name where edges come from and lead to", () => {
    const nameOf = namesOf([]);
    expect(["start", "human", "closed"].map((id) => nameOf(id, "from"))).toEqual([
      "start",
      "after a person",
      "reopened",
    ]);
    expect(["human", "closed", "silence", "pending"].map((id) => nameOf(id, "to"))).toEqual([
      ...["a person", "closed", "silence", "pending"],
    ]);
  });

  it("have no share of hidden or missing numbers", () => {
    expect(shareText(1, 4)).toBe("25\u00a0%");
    for (const [part, whole] of [
      [null, 4],
      [1, null],
      [0, 0],
    ] as const)
      expect(shareText(part, whole)).toBe("–");
  });

  it("compare weeks in points, and judge only what is frequent enough", () => {
    expect(shareChange(week(100, 50), week(100, 64), "answered")).toEqual({ points: 14, isBetter: true });
    expect(shareChange(week(100, 50), week(100, 64), "abandoned")).toEqual({ points: -14, isBetter: true });
    expect(shareChange(week(100, 50), week(20, 5), "answered")).toEqual({ points: -25, isBetter: null });
    expect(shareChange(week(0, 0), week(20, 5), "answered")).toBeNull();
    expect([14, -1, 0].map(pointsText)).toEqual(["14 points more", "1 point less", "no change"]);
  });

  it("say what followed a choice, and what is wrong with it", () => {
    const next = [
      { to: "b", count: 3 },
      { to: "silence", count: 1 },
    ];
    expect(followedText({ count: 4, next }, () => "Which order?")).toBe(
      "Chosen 4 times; then 75\u00a0% “Which order?”, 25\u00a0% silence",
    );
    expect(followedText({ count: 0, next: [] }, String)).toBe("Not chosen in this period");
    expect(flagText("leadsToSeveral", { leadsTo: "2" })).toBe("Choices with the target 2 led to different prompts.");
    expect(wiringFinding([])).toBe("The prompts of this period have no choices.");
  });
});
