import * as z from "zod";
import { firstText, isNothing, optionalText } from "@/lib/messages/lenient";

const fields = z.object({ web_url: optionalText, url: optionalText, link: optionalText });

/** The link of a button, as sent; "" for a button that only answers. */
export interface Callback {
  webUrl: string;
}

/**
 * A button's callback: in a prompt a JSON string or "", in an answer an object (docs/support-hunt/webhook.md §4). Text that is
 * not JSON is the address itself. Never fails, because a callback only affects a link.
 */
export const callback = z
  .unknown()
  .optional()
  .transform((sent): Callback => {
    const value = typeof sent === "string" ? fromJson(sent) : sent;
    if (typeof value === "string") return { webUrl: isNothing(value) ? "" : value };
    const read = fields.safeParse(value);
    return { webUrl: read.success ? firstText(read.data.web_url, read.data.url, read.data.link) : "" };
  });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
