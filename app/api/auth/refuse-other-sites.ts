import "server-only";
import { refuse } from "@/app/api/refuse";
import { notOwnPage } from "@/app/api/with-viewer";
import { isFromOwnPage } from "@/lib/auth/limits/trusted-origins";
import { env } from "@/lib/env/env";

/** The response to a stranger's request from a page of another site; null if it is from one of ours, or from no page. */
export function refuseOtherSites({ headers }: Request): Response | null {
  if (!headers.has("origin") || isFromOwnPage(env().appUrl, headers)) return null;
  return refuse({ code: "forbidden", message: notOwnPage });
}
