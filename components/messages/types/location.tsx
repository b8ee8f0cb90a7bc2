import { MapPin } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ExternalLink, inlineLink } from "@/components/messages/external-link";
import { RichText } from "@/components/messages/text/rich-text";

/** A shared place. No map is loaded: the coordinates link to one. */
export function LocationBubble({ content, voice }: BubbleProps<"location">) {
  const { latitude, longitude, coordinates } = content;
  return (
    <BubbleFrame voice={voice} look="speech">
      <div className="flex items-start gap-2">
        <MapPin role="img" aria-label="Location" className="mt-0.5 size-4 shrink-0 text-muted" />
        <div className="min-w-0">
          {content.name !== "" && <RichText text={content.name} className="font-medium" />}
          {content.address !== "" && <RichText text={content.address} className="text-sm" />}
          {latitude === null || longitude === null ? (
            coordinates !== "" && <RichText text={coordinates} className="text-sm" />
          ) : (
            <ExternalLink
              link={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
              className={`text-sm tabular-nums ${inlineLink}`}
            >
              {coordinates}
            </ExternalLink>
          )}
        </div>
      </div>
    </BubbleFrame>
  );
}
