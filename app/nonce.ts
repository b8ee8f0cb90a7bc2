import { headers } from "next/headers";

/** The request header in which proxy.ts hands a page the nonce of its Content-Security-Policy. */
export const nonceHeader = "x-nonce";

/** The nonce that this page's own inline scripts carry; reading it makes the page dynamic. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get(nonceHeader) ?? undefined;
}
