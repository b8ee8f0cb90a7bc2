import { mediaSources } from "@/lib/messages/parts/may-load";

interface Circumstances {
  isHttps: boolean;
  /** React's development build evaluates code and adds style elements to show better errors. */
  isDevelopment: boolean;
  /** `MEDIA_HOSTS`. */
  mediaHosts: readonly string[];
}

/** The style element that sonner adds for its notices, which takes no nonce; the browser checks it while it is still empty too. */
export const sonnerStyles =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

/**
 * The policy of a page. Only scripts and style elements with the nonce run; what visitors wrote never does. Images, audio and
 * video come from `MEDIA_HOSTS` alone. `style` attributes are allowed, because React places virtual rows and columns with them.
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
