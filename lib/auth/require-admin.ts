import { AppError } from "@/lib/errors/app-error";
import type { Viewer } from "./viewer";

/** @throws AppError forbidden unless the viewer is an admin */
export function requireAdmin(viewer: Viewer): void {
  if (viewer.kind === "user" && viewer.role === "admin") return;
  throw new AppError("forbidden", "Only an admin can do this.");
}
