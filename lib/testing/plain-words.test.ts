import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { shownTexts } from "./shown-texts";

/** Patterns of wording to avoid, each with a replacement. Patterns are specific enough to allow other meanings. */
const replacements: ReadonlyArray<readonly [RegExp, string]> = [
  // Terms
  [/\bturn(ed|s)? round\b/i, "negated"],
  [/\bknows? no\b/i, "does not support"],
  [/\bholds? (no|this|the|a|an|more|what|bytes|characters|events|something)\b|\bholds …/i, "contains, matches"],
  [/\b(do|does) not hold\b/i, "is invalid, has expired"],
  [/\bnot possible (here|at the moment)\b|^Not possible\b/i, "not allowed, unavailable"],
  [/\bthere (is|are) (no such|nothing|no)\b/i, "not found, unknown"],
  [/\bno such\b/i, "not found, unknown"],
  [/\bis not as expected\b/i, "is invalid"],
  [/\b(is|are) no (JSON|text|number|address|database|sound)\b/i, "is not a"],
  [/\bcaught up\b/i, "wait for the projection"],
  [/\bone behind the other\b/i, "in a batch"],
  [/\bfolded a moment later\b|\banew\b/i, "again"],
  [/\bhurry\b/i, "wait for the projection"],
  [/\b(walk|walks|walked|walking)\b/i, "scan"],
  [/\bnursery\b/i, "young generation"],
  [/\blooked through\b/i, "garbage collection"],
  [/\brepeats\b/i, "duplicates"],
  [/\btells? repeats\b/i, "deduplication key"],
  [/\b(call|calls) of the webhook\b|\bevery call\b/i, "delivery, request"],
  [/\bat sign (…|\d)/i, "at character"],
  [/\basking (every|for|again|whether)\b/i, "checking"],
  [/\bwas(n't| not)? asked\b|\bNothing (was|had been) asked\b/i, "question"],
  [/\b(broke|broken) off\b/i, "interrupted, lost"],
  [/\bnot readable$|^not readable\b/i, "unreadable"],
  [/\bput (all |them |it )?back\b/i, "restore"],
  // Translated turns of phrase
  [/\b(stands|stood) (here|there|before|in|at|for|unanswered)\b/i, "a plain verb: is, was, are shown"],
  [/\btells? (that|what|which|whether|of|how|this)\b/i, "says, shows"],
  [/\bot(her)wise answered\b|\banswered otherwise\b/i, "answered differently"],
  [/\b(of yours|those of|this one too)\b/i, "your, the … of"],
  [/\bbody broke\b|\bthis page broke\b/i, "failed"],
  [/\bon screen\b/i, "on the page"],
  [/\bis taken for\b/i, "runs as, counts as"],
  [/\bbefore (is|are) not stored twice\b/i, "duplicates are skipped"],
  [/\b(every|each) session of\b/i, "all devices"],
  [/\beverybody here\b/i, "the team, everyone"],
  [/\bhand it over\b|\bthat you hand over\b/i, "pass on"],
  [/\bfrom now on\b/i, "immediately"],
  // Whole labels
  [/^(As usual|Usual)$/, "Reset to default"],
  [/^(Course|Began|Lasted|Differing)$/, "Flow, Started, Duration, Differences"],
  [/^Longest silent first$/, "Longest inactive first"],
  [/^Values with counts$/, "Breakdown"],
  [/\bas the list is filtered now\b/, "Exports the … in this list"],
  [/\bOpen my inbox with\b/, "Make this my default view"],
  [/^Its filters and order/, "Saves the filters, sort order and layout."],
  [/^Which filter\?$/, "Filter by…"],
  [/^any, by its value$|^said anywhere; |^from begin to end$|^who is in charge: /, "the help texts of the filters"],
  [
    /^does the last prompt stand unanswered\?|^was a person or team ever in charge\?|^are there signs of/,
    "a plain question",
  ],
  [/^Only = can be |^What the variable has to be is missing/, "what to write"],
  [/^The quotation mark has no end\.$/, "Closing quotation mark missing."],
  [/\bTake it out of the address\b|\bwhat its address says\b/, "Remove from the link, Parts of this link were ignored"],
  [/\bSearch looks into\b/, "Searched …"],
  [/^nobody answered$/, "never answered"],
  [/\btyped something else\b|^typed instead$|\btyping something else\b/, "typed a different reply"],
  [/\bleft it unassigned\b/, "unassigned it"],
  [/^Not chosen yet$/, "No selection yet"],
  [/\ba refused file is told\b/i, "Message for rejected files"],
  [/\bhalf of the answers within\b/, "median answer time"],
  [/^Long runs of changes$/, "Consecutive changes"],
  [/^Since it began\b|^How long ago$/, "Elapsed, Relative"],
  [/^Compare from here\b|\bcompared with$/, "Set as start point, Changes since"],
  [/\bthe same at both\b/, "Changed and changed back"],
  [/\b(event|turn) back or on\b/, "Previous/next"],
  [/\bwent different ways\b|^They (part here|meet again)$/, "divergences, Paths diverge, Paths rejoin"],
  [/^And the system’s$/, "+ system variables"],
  [/\bthat Playhead does not know\b|\bTypes not known\b/, "doesn't recognise"],
  [
    /\bFields never published\b|\bPayloads that do not fit\b|\bdoes not fit\b/,
    "Undocumented fields, Unexpected payloads",
  ],
  [/\bmay learn them\b|\bNothing unknown has arrived\b/, "may support them, Everything received is recognised"],
  [/\bToken in: |^Made from$|^Stored after$/, "Token location, Reprocessed from, Stored in"],
  [/\bkeep(s)? (all their|all|its|their) bytes\b|\bis not JSON yet\b/, "is kept unchanged, Not valid JSON yet"],
  [/\bA kind that is not sent\b|\bwhat was not sent\b/, "Events you don't select"],
  [/\bcode stands in\b|\bis not right\b/, "You'll find the code, Wrong …"],
  [/\bNone made here\b|\bread everything and change nothing\b/, "No tokens yet, Read-only"],
  [/\bas the system$|^As the system\b/, "Match system theme"],
  [/^Select up to here$|^Copy link to this page$/, "Extend selection here, Copy page link"],
];

/** Not shown to users or operators. */
const left = ["lib/simulator/", "lib/samples/", "lib/testing/", "prisma/generated/"];

const files = ["app", "components", "lib", "prisma"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$/.test(path))
  .filter((path) => !left.some((folder) => path.startsWith(folder)))
  .sort();

/** Each match as `file:line "text": write …`. */
function faultsIn(path: string, source: string): string[] {
  return shownTexts(path, source).flatMap(({ line, text }) =>
    replacements
      .filter(([pattern]) => pattern.test(text))
      .map(([, instead]) => `${path}:${line} "${text}": write ${instead}`),
  );
}

it("no text in the program uses a wording to avoid", { timeout: 60_000 }, () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => faultsIn(path, readFileSync(path, "utf8")))).toEqual([]);
});

it("texts are found in strings, templates and JSX, but not in comments, imports, class names and SQL", () => {
  const source = `
    import one from "walk one";
    // walk two
    const three = "walk three";
    const four = \`"\${three}" cannot be turned round.\`;
    const five = Prisma.sql\`walk five\`;
    const six = <p className="walk six" title="walk seven">No conversation holds
      this.</p>;
  `;
  expect(faultsIn("a.tsx", source).map((fault) => fault.replace(/: write .*/, ""))).toEqual([
    'a.tsx:4 "walk three"',
    'a.tsx:5 ""…" cannot be turned round."',
    'a.tsx:7 "walk seven"',
    'a.tsx:7 "No conversation holds this."',
  ]);
});
