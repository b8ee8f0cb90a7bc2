import { notify } from "@/components/ui/notices/notify";
import { copyText } from "./copy-button";

/** Copies the page's current URL, or `text`, and shows a notice. */
export async function copyLink(text: string = window.location.href, done = "Link copied"): Promise<void> {
  if (await copyText(text)) notify.success(done);
  else notify.error("The browser did not allow copying.");
}
