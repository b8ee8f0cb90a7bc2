interface Circumstances {
  isHttps: boolean;
  /** React's development build evaluates code to show better errors. */
  isDevelopment: boolean;
}

/**
 * Only scripts of this build run, let in by the nonce; what visitors wrote never does. Pictures, audio and video may come from
 * any https host, because the page itself decides which ones load at once and which on a click.
 */
export function contentSecurityPolicy(nonce: string, { isHttps, isDevelopment }: Circumstances): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: https:",
    "media-src 'self' https:",
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
