import type { Page } from "@playwright/test";

/**
 * Visible texts with a contrast below 4.5:1, each with its contrast, including the opacity of all ancestors and overlays from
 * pseudo-elements. Texts of disabled controls are excluded, as in WCAG.
 */
export function lowContrast(page: Page, within = "body"): Promise<string[]> {
  return page.evaluate((selector) => {
    type Colour = [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const known = new Map<string, Colour>();
    const read = (css: string): Colour => {
      const before = known.get(css);
      if (before || !canvas) return before ?? [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, alpha / 255];
      known.set(css, colour);
      return colour;
    };
    const over = (top: Colour, below: Colour, opacity = 1): Colour => {
      const alpha = top[3] * opacity;
      const mix = (place: 0 | 1 | 2) => top[place] * alpha + below[place] * (1 - alpha);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one: Colour, other: Colour) => {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };

    /** The effective colors of a text and its background. */
    const seen = (element: Element): [Colour, Colour] => {
      const around: Element[] = [];
      for (let each: Element | null = element; each; each = each.parentElement) around.unshift(each);
      let ground: Colour = [255, 255, 255, 1];
      const groups: { opacity: number; below: Colour }[] = [];
      const veils: { colour: Colour; opacity: number }[] = [];
      for (const each of around) {
        const style = getComputedStyle(each);
        const opacity = Number(style.opacity);
        if (opacity < 1) groups.unshift({ opacity, below: ground });
        ground = over(read(style.backgroundColor), ground);
        const veil = getComputedStyle(each, "::after");
        if (veil.content !== "none" && veil.position === "absolute" && veil.inset === "0px")
          veils.unshift({ colour: read(veil.backgroundColor), opacity: Number(veil.opacity) });
      }
      let text = over(read(getComputedStyle(element).color), ground);
      for (const { opacity, below } of groups) {
        text = over(text, below, opacity);
        ground = over(ground, below, opacity);
      }
      for (const { colour, opacity } of veils) {
        text = over(colour, text, opacity);
        ground = over(colour, ground, opacity);
      }
      return [text, ground];
    };

    const found = new Set<string>();
    const root = document.querySelector(selector) ?? document.body;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (!element || words === "" || element.closest("script, style, :disabled, [aria-disabled=true]")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, top, width, height } = range.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (width < 2 || height < 2 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const hit = document.elementFromPoint(x, y);
      if (!hit || !(element.contains(hit) || hit.contains(element))) continue;
      const [text, ground] = seen(element);
      const contrast = ratio(text, ground);
      if (contrast < 4.5) found.add(`${contrast.toFixed(2)}: ${words.slice(0, 40)} <${element.className}>`);
    }
    return [...found];
  }, within);
}
