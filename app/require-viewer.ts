import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { authenticateUser } from "@/lib/auth/authenticate";
import type { UserViewer } from "@/lib/auth/viewer";

import { pathHeader } from "./path-header";

/**
 * The signed-in person who opens a page; strangers go to the sign-in page, which brings them back afterwards.
 * Every page calls it itself: a layout is not rendered again when one moves between its pages.
 */
export async function requireViewer(): Promise<UserViewer> {
  const viewer = await readViewer();
  if (viewer !== null) return viewer;
  const path = (await headers()).get(pathHeader) ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

const readViewer = cache(async () => authenticateUser(await headers()));
