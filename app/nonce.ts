import { headers } from "next/headers";

/** The request header in which proxy.ts passes the Content-Security-Policy's nonce to a page. */
export const nonceHeader = "x-nonce";

/** The nonce for this page's inline scripts; reading it makes the page dynamic. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get(nonceHeader) ?? undefined;
}
