import { serveChange } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { resetSecondFactorOf } from "@/lib/auth/second-factor/manage";
import { notFound } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serveChange(definitions.resetSecondFactor, async ({ viewer, path }) =>
  (await resetSecondFactorOf(viewer, path.id)) ? { ok: true } : notFound("second factor of a user with this id"),
);
