import "server-only";
import { orRefuse } from "@/app/api/or-refuse";
import { bodyTooLarge } from "@/app/api/read-body";
import { readBytes } from "@/app/api/read-bytes";
import { refuse } from "@/app/api/refuse";
import { auth } from "@/lib/auth/auth";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";

/**
 * Passes a request of limited size to Better Auth. Internal errors are handled here, since its own responses to them contain no
 * message.
 */
export async function answerAuth(request: Request): Promise<Response> {
  const bytes = await readBytes(request, mostBodyBytes);
  if (bytes === null) return refuse(bodyTooLarge(mostBodyBytes));
  const { url, method, headers } = request;
  // Its type does not show it, but the bytes have their own buffer.
  const body = bytes.byteLength === 0 ? null : (bytes as Uint8Array<ArrayBuffer>);
  return orRefuse(async () => {
    const response = await auth().handler(new Request(url, { method, headers, body }));
    if (response.status !== 500) return response;
    return refuse({ code: "unavailable", message: "Signing in is not available right now. Try again soon." });
  });
}
