import { Globe } from "lucide-react";
import { Notice } from "./notice";

/**
 * A warning for webhook URLs on a local machine or private network: the platform sends from the internet and cannot reach them.
 */
export function ReachabilityHint({ webhookUrl }: { webhookUrl: string }) {
  const url = URL.parse(webhookUrl);
  if (url === null || !isPrivateHost(url.hostname)) return null;
  return (
    <Notice tone="warning" icon={<Globe />} title="This address cannot be reached from the internet">
      <p>
        <code className="font-mono text-xs">{url.host}</code> means this machine only. Put Playhead behind a public
        HTTPS address (a reverse proxy, or a tunnel to try it out), start it with{" "}
        <code className="font-mono text-xs">APP_URL</code> set to that address, and register the URL shown here
        afterwards.
      </p>
    </Notice>
  );
}

/** Loopback, link-local and private networks (RFC 1918, RFC 4193), and names without a dot. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host.includes(":")) return host === "::1" || host === "::" || /^f[cd]|^fe80:/.test(host);
  if (/^\d+(\.\d+){3}$/.test(host)) {
    return /^(127|10|0|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(host);
  }
  return !host.includes(".") || /\.(local|localhost|internal|lan|home\.arpa)$/.test(host);
}
