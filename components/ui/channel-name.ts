/** A channel's display name: the platform sends WHATSAPP. */
export function channelName(name: string): string {
  const known = names[name.toUpperCase()];
  if (known !== undefined) return known;
  return /^[A-Z]{4,}$/.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

const names: Record<string, string> = {
  WEB: "Web",
  WHATSAPP: "WhatsApp",
  FACEBOOK: "Facebook",
  SMS: "SMS",
};
