import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { ExternalLink, inlineLink } from "@/components/messages/external-link";
import { OutcomeLine } from "@/components/messages/outcome-line";
import { VariableList } from "@/components/messages/variable-list";

const shown = new Set(["is_calendly_event_scheduled", "calendly_event", "calendly_invitee"]);

export function CalendlyResponseBubble({ content, voice }: BubbleProps<"calendly.response">) {
  const others = content.variables.filter((variable) => !shown.has(variable.name));
  return (
    <BubbleFrame voice={voice} look="speech">
      <div className="flex flex-col gap-1">
        {content.scheduled === true && <OutcomeLine outcome="good">Calendly event scheduled</OutcomeLine>}
        {content.scheduled === false && <OutcomeLine outcome="bad">No Calendly event scheduled</OutcomeLine>}
        {content.scheduled === null && <OutcomeLine outcome="open">Calendly answered without a result</OutcomeLine>}
        {(content.eventLink !== "" || content.inviteeLink !== "") && (
          <p className="flex flex-wrap gap-x-3 text-sm">
            {content.eventLink !== "" && (
              <ExternalLink link={content.eventLink} className={inlineLink}>
                The event
              </ExternalLink>
            )}
            {content.inviteeLink !== "" && (
              <ExternalLink link={content.inviteeLink} className={inlineLink}>
                The invitee
              </ExternalLink>
            )}
          </p>
        )}
        {others.length > 0 && <VariableList title="Also set" variables={others} />}
      </div>
    </BubbleFrame>
  );
}
