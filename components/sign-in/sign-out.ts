import { recentSearchesKey } from "@/components/list-state/recent-searches-key";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

export function sendSignOut(): Promise<Response> {
  return sendRequest("/api/auth/sign-out", { method: "POST", ...jsonBody({}) });
}

/** Clears what the browser has stored about the user and does a full load of the sign-in page, so that no data stays in memory. */
export function leave(): void {
  localStorage.removeItem(recentSearchesKey);
  window.location.assign("/sign-in");
}
