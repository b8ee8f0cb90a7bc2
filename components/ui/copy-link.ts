import { notify } from "@/components/ui/notices/notify";
import { copyText } from "./copy-button";

/** Copies the address of the page as it is now, or `text`, and says so. */
export async function copyLink(text: string = window.location.href, done = "Link copied"): Promise<void> {
  if (await copyText(text)) notify.success(done);
  else notify.error("The browser did not allow copying.");
}
