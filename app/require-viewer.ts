import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission } from "@/lib/access/permissions";
import { authenticateUser } from "@/lib/auth/authenticate";
import { sessionCookie } from "@/lib/auth/session-cookie";
import type { UserViewer } from "@/lib/auth/viewer";

import { pathHeader } from "./path-header";

/**
 * The signed-in user; others are redirected to the sign-in page, which returns them afterwards and explains if their session has
 * ended, or has those who owe a second factor set it up. Every page must call it: layouts are not rendered again when navigating between their pages.
 *
 * @param permission without it, the page is not found; null for pages of every signed-in user
 */
export async function requireViewer(permission: Permission | null): Promise<UserViewer> {
  const viewer = await readViewer();
  const path = (await headers()).get(pathHeader) ?? "/";
  const next = path === "/" ? {} : { next: path };
  if (viewer?.owesSecondFactor) redirect(signInPage(next));
  if (viewer !== null) {
    if (permission !== null && !can(viewer, permission)) notFound();
    return viewer;
  }
  const hadSession = (await cookies()).has(await sessionCookie());
  redirect(signInPage({ ...(hadSession && { ended: "yes" }), ...next }));
}

function signInPage(parameters: Record<string, string>) {
  const query = new URLSearchParams(parameters);
  return query.size === 0 ? ("/sign-in" as const) : (`/sign-in?${query}` as const);
}

const readViewer = cache(async () => authenticateUser(await headers()));
