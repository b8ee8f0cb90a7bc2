import "server-only";
import { bodyTooLarge } from "@/app/api/read-body";
import { readBytes } from "@/app/api/read-bytes";
import { refusal } from "@/app/api/refusal";
import { auth } from "@/lib/auth/auth";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";

/** Hands a request of bounded size to Better Auth. What fails on our side is a 503: trying again may help. */
export async function answerAuth(request: Request): Promise<Response> {
  const bytes = await readBytes(request, mostBodyBytes);
  if (bytes === null) return bodyTooLarge();
  const { url, method, headers } = request;
  // Its type does not say so, but the bytes have a buffer of their own.
  const body = bytes.byteLength === 0 ? null : (bytes as Uint8Array<ArrayBuffer>);
  const response = await auth()
    .handler(new Request(url, { method, headers, body }))
    .catch((error: unknown) => {
      console.error(error);
      return null;
    });
  if (response !== null && response.status !== 500) return response;
  const refused = refusal(503, "unavailable", "Signing in is not possible at the moment. Try again soon.");
  refused.headers.set("Retry-After", "5");
  return refused;
}
