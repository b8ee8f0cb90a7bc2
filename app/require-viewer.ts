import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { authenticateUser } from "@/lib/auth/authenticate";
import { sessionCookie } from "@/lib/auth/session-cookie";
import type { UserViewer } from "@/lib/auth/viewer";

import { pathHeader } from "./path-header";

/**
 * The signed-in user; others are redirected to the sign-in page, which returns them afterwards and explains if their session has
 * ended. Every page must call it: layouts are not rendered again when navigating between their pages.
 */
export async function requireViewer(): Promise<UserViewer> {
  const viewer = await readViewer();
  if (viewer !== null) return viewer;
  const path = (await headers()).get(pathHeader) ?? "/";
  const hadSession = (await cookies()).has(await sessionCookie());
  const query = new URLSearchParams({ ...(hadSession && { ended: "yes" }), ...(path !== "/" && { next: path }) });
  redirect(query.size === 0 ? "/sign-in" : `/sign-in?${query}`);
}

const readViewer = cache(async () => authenticateUser(await headers()));
