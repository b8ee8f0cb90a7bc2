import "server-only";
import { can } from "@/lib/access/permissions";
import { fewestShown } from "@/lib/analytics/reasons";
import type { Viewer } from "@/lib/auth/viewer";
import type { PromptChoice } from "@/lib/conversation/steps/step-log";
import { KnownValues } from "@/lib/masking/known-values";
import { maskText } from "@/lib/masking/mask-text";
import type { CountedText } from "@/lib/store/analytics/count-flow";
import type { PromptTextRow } from "@/lib/store/reads/prompt-texts";

/** A text of a prompt, as often as it was shown. */
export interface ShownText extends PromptTextRow, Omit<CountedText, "textId"> {}

/** A choice; its title is null if it is hidden. */
export interface ShownChoice extends Omit<PromptChoice, "title"> {
  title: string | null;
}

/**
 * The titles of prompts and choices in the counted conversations. A viewer without the permission `personal` sees only what several
 * visitors were shown: a title may contain a name that no variable has.
 */
export class FlowTitles {
  readonly #texts: Map<string, ShownText[]>;
  readonly #isMasked: boolean;
  readonly #choices = new Map<string, ReadonlyMap<string, ShownChoice>>();

  constructor(viewer: Viewer, texts: readonly PromptTextRow[], counted: readonly CountedText[]) {
    this.#isMasked = !can(viewer, "personal");
    const counts = new Map(counted.map((one) => [one.textId, one]));
    const shown = texts.flatMap((text): ShownText[] => {
      const count = counts.get(text.id);
      return count === undefined ? [] : [{ ...text, ...count }];
    });
    this.#texts = Map.groupBy(
      shown.sort((a, b) => b.shown - a.shown),
      ({ promptId }) => promptId,
    );
  }

  /** The texts of a prompt, the most frequent first. */
  textsOf(promptId: string): readonly ShownText[] {
    return this.#texts.get(promptId) ?? [];
  }

  /** The type and title of a prompt: of its most frequent text. The title is null if it is hidden. */
  prompt(promptId: string): { type: string; title: string | null; variants: number } {
    const texts = this.textsOf(promptId);
    const variants = new Set(texts.map(({ variant }) => variant)).size;
    return { type: texts[0]?.type ?? "", title: this.title(texts), variants };
  }

  /** The title of the most frequent of these texts. */
  title(texts: readonly ShownText[]): string | null {
    const text = texts.find((one) => this.#isShown(one));
    return text === undefined ? null : this.#masked(text.title);
  }

  /** How often these texts were shown; null if that is hidden. */
  shown(texts: readonly ShownText[]): number | null {
    const conversations = texts.reduce((sum, text) => sum + text.conversations, 0);
    if (this.#isMasked && conversations < fewestShown) return null;
    return texts.reduce((sum, text) => sum + text.shown, 0);
  }

  /** The title of an answer: of its choice, or of several. Null without a choice, or if it is hidden. */
  answer(promptId: string, answer: string | null): string | null {
    if (answer === null) return null;
    const choices = this.choicesOf(promptId);
    const titles = answer.split("+").map((key) => choices.get(key)?.title ?? null);
    return titles.some((title) => title === null) ? null : titles.join(", ");
  }

  /** The choices of a prompt by their keys, in the order of its most frequent text. */
  choicesOf(promptId: string): ReadonlyMap<string, ShownChoice> {
    const known = this.#choices.get(promptId) ?? this.#readChoices(promptId);
    this.#choices.set(promptId, known);
    return known;
  }

  #readChoices(promptId: string): Map<string, ShownChoice> {
    const found = new Map<string, ShownChoice>();
    for (const text of this.textsOf(promptId)) {
      const isShown = this.#isShown(text);
      for (const { key, title, leadsTo } of text.choices) {
        if (typeof found.get(key)?.title === "string") continue;
        found.set(key, { key, leadsTo: isShown ? leadsTo : null, title: isShown ? this.#masked(title) : null });
      }
    }
    return found;
  }

  #isShown({ audience }: ShownText): boolean {
    return !this.#isMasked || audience >= fewestShown;
  }

  #masked(title: string): string {
    return this.#isMasked ? maskText(title, KnownValues.none) : title;
  }
}
