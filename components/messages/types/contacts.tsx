import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { FieldList } from "@/components/messages/field-list";
import { keyed } from "@/components/messages/text/keyed";
import { SafeText } from "@/components/messages/text/safe-text";

export function ContactsBubble({ content, voice }: BubbleProps<"contacts">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <FieldList
        rows={keyed(content.contacts).map(({ key, part: contact }) => ({
          key,
          label: <SafeText text={contact.name === "" ? "Contact" : contact.name} />,
          value: (
            <>
              <SafeText text={contact.reachedBy.join(" · ")} />
              {details(contact).map((line) => (
                <span key={line} className="block text-muted">
                  <SafeText text={line} />
                </span>
              ))}
            </>
          ),
        }))}
      />
    </BubbleFrame>
  );
}

type Contact = BubbleProps<"contacts">["content"]["contacts"][number];

function details({ organisation, addresses, birthday }: Contact): string[] {
  const lines = [organisation.join(", "), ...addresses.map((parts) => parts.join(", ")), birthday];
  return [...new Set(lines.filter((line) => line !== ""))];
}
