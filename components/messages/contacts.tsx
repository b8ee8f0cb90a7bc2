import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { FieldList } from "./field-list";
import { keyed } from "./keyed";
import { SafeText } from "./safe-text";

export function ContactsBubble({ content, voice }: BubbleProps<"contacts">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <FieldList
        rows={keyed(content.contacts).map(({ key, part: contact }) => ({
          key,
          label: <SafeText text={contact.name === "" ? "Contact" : contact.name} />,
          value: <SafeText text={contact.reachedBy.join(" · ")} />,
        }))}
      />
    </BubbleFrame>
  );
}
