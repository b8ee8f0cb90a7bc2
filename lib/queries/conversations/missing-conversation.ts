import "server-only";
import type { Access } from "@/lib/access/scope";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { isLogged } from "@/lib/store/reads/is-logged";

/** Why there is no conversation with this key: its events are stored but not projected yet, or there are none. */
export async function missingConversation(access: Access, key: string): Promise<Refusal> {
  if (!(await isLogged(store(), access, key))) return notFound("conversation with this key");
  const message = "The events of this conversation are stored but not processed yet. Try again in a few seconds.";
  return new Refusal("unavailable", message);
}
