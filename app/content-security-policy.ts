import { mediaSources } from "@/lib/messages/parts/may-load";

interface Circumstances {
  isHttps: boolean;
  /** React's development build evaluates code and adds style elements to show better errors. */
  isDevelopment: boolean;
  /** `MEDIA_HOSTS`. */
  mediaHosts: readonly string[];
}

/** Hashes of sonner's style element, which has no nonce; browsers also check it while it is still empty. */
export const sonnerStyles =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

/**
 * A page's policy. Only scripts and style elements with the nonce are allowed, so content from visitors never runs. Images, audio
 * and video are limited to `MEDIA_HOSTS`. `style` attributes are allowed, because React uses them to position virtual rows and
 * columns.
 */
export function contentSecurityPolicy(nonce: string, { isHttps, isDevelopment, mediaHosts }: Circumstances): string {
  const media = mediaSources(mediaHosts)
    .map((source) => ` ${source}`)
    .join("");
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}' ${sonnerStyles}`}`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' data:${media}`,
    `media-src 'self'${media}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (isHttps) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
