import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { authenticateUser } from "@/lib/auth/authenticate";
import { sessionCookie } from "@/lib/auth/session-cookie";
import type { UserViewer } from "@/lib/auth/viewer";

import { pathHeader } from "./path-header";

/**
 * The signed-in person who opens a page; strangers go to the sign-in page, which brings them back afterwards
 * and says so when their session has ended.
 * Every page calls it itself: a layout is not rendered again when one moves between its pages.
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
