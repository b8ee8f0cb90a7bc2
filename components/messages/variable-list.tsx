import { keyed } from "@/components/messages/text/keyed";
import { SafeText } from "@/components/messages/text/safe-text";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { FieldList } from "./field-list";
import { ValueView } from "./value-view";

/** Variables set by an answer, by their friendly names. */
export function VariableList({ title, variables }: { title: string; variables: readonly VariableAssignment[] }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-xs text-muted">{variables.length === 0 ? `${title}: none` : title}</p>
      {variables.length > 0 && (
        <FieldList
          rows={keyed(variables).map(({ key, part: variable }) => ({
            key,
            label: (
              <code className="font-mono text-xs">
                <SafeText text={variable.name} />
              </code>
            ),
            value: <ValueView value={variable.value} />,
          }))}
        />
      )}
    </div>
  );
}
