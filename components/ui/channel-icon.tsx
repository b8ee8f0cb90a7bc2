import { Globe, type LucideIcon, MessageCircle, MessageSquareMore, MessageSquareText, Radio } from "lucide-react";
import { channelName } from "./channel-name";

export interface ChannelIconProps {
  channel: { name: string } | null;
  className?: string | undefined;
}

/** The channel's picture with its name as the accessible one; a channel without a picture of its own gets a general one. */
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
