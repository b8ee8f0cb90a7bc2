import { Globe, type LucideIcon, MessageCircle, MessageSquareMore, MessageSquareText, Radio } from "lucide-react";
import { channelName } from "./channel-name";

export interface ChannelIconProps {
  channel: { name: string } | null;
  className?: string | undefined;
}

/** The channel's icon, or a generic one, with the channel's name as accessible name. */
export function ChannelIcon({ channel, className }: ChannelIconProps) {
  const name = channel === null ? "Unknown channel" : channelName(channel.name);
  const Icon = icons[name.toLowerCase()] ?? Radio;
  return (
    <span title={name} className={className}>
      <Icon aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      <span className="sr-only">{name}</span>
    </span>
  );
}

const icons: Record<string, LucideIcon> = {
  web: Globe,
  whatsapp: MessageCircle,
  facebook: MessageSquareMore,
  sms: MessageSquareText,
};
