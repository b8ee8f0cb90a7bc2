import { cleanLink } from "./clean-link";

const safeProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);
const bareHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/u;

export interface SafeLink {
  /** Absolute, without tracking parameters. */
  href: string;
  protocol: "http" | "https" | "mailto" | "tel";
  /** The actual destination: the host (international names in their `xn--` form), e-mail address or phone number. */
  destination: string;
}

/**
 * A link that is safe to follow, or null: only http, https, mailto and tel, and none with a user name. `//host` and
 * `www.example.com`, which bot builders type, become https.
 */
export function safeLink(sent: string): SafeLink | null {
  const trimmed = sent.trim();
  const absolute = trimmed.startsWith("//")
    ? `https:${trimmed}`
    : bareHost.test(trimmed)
      ? `https://${trimmed}`
      : trimmed;
  const url = URL.parse(absolute);
  if (url === null || !safeProtocols.has(url.protocol)) return null;
  // `https://bank.example@evil.example` looks like a page of the bank.
  if (url.username !== "" || url.password !== "") return null;
  const href = cleanLink(url.href);
  if (url.protocol === "mailto:" || url.protocol === "tel:") {
    return { href, protocol: url.protocol === "tel:" ? "tel" : "mailto", destination: decoded(url.pathname) };
  }
  return { href, protocol: url.protocol === "https:" ? "https" : "http", destination: url.host };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
