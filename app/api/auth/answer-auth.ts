import "server-only";
import { later, orRefusal } from "@/app/api/or-refusal";
import { bodyTooLarge } from "@/app/api/read-body";
import { readBytes } from "@/app/api/read-bytes";
import { refusal } from "@/app/api/refusal";
import { auth } from "@/lib/auth/auth";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";

/** Hands a request of bounded size to Better Auth, whose own answers to faults of ours say nothing. */
export async function answerAuth(request: Request): Promise<Response> {
  const bytes = await readBytes(request, mostBodyBytes);
  if (bytes === null) return bodyTooLarge();
  const { url, method, headers } = request;
  // Its type does not say so, but the bytes have a buffer of their own.
  const body = bytes.byteLength === 0 ? null : (bytes as Uint8Array<ArrayBuffer>);
  return orRefusal(async () => {
    const response = await auth().handler(new Request(url, { method, headers, body }));
    if (response.status !== 500) return response;
    return later(refusal(503, "unavailable", "Sign-in is unavailable at the moment. Try again soon."));
  });
}
