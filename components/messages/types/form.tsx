import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { FieldList } from "@/components/messages/field-list";
import { PromptTitle } from "@/components/messages/prompt-title";
import { keyed } from "@/components/messages/text/keyed";
import { PlainLine } from "@/components/messages/text/safe-text";
import { ValueView } from "@/components/messages/value-view";
import type { MessageContents } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";

type Field = MessageContents["form"]["fields"][number];

/** A form with its answers next to the questions. */
export function FormBubble({ content, answer, voice }: BubbleProps<"form">) {
  const answers = answersOf(answer);
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        <FieldList
          rows={keyed(content.fields).map(({ key, part: field, index }) => ({
            key,
            label: (
              <>
                <PlainLine html={field.label} />
                {field.optional && <span className="ml-1 text-xs">optional</span>}
              </>
            ),
            value: answers === null ? <Awaited type={field.type} /> : <Given value={answers(field, index)} />,
          }))}
        />
        {content.fields.length === 0 && <p className="text-xs text-muted">The form has no fields</p>}
      </div>
    </BubbleFrame>
  );
}

/** Returns the answer to a field: by its variable, else by its label, else by its index. Null without an answer to the form. */
function answersOf(answer: ReadMessage | null): ((field: Field, index: number) => unknown) | null {
  if (answer?.recognised !== true || answer.type !== "form.response") return null;
  const { fields } = answer.content;
  // The first of several counts.
  const byVariable = new Map(fields.toReversed().map((field) => [field.variable, field]));
  const byLabel = new Map(fields.toReversed().map((field) => [field.label, field]));
  return ({ variable, label }, index) => {
    const named = variable === "" ? undefined : byVariable.get(variable);
    return (named ?? byLabel.get(label) ?? fields[index])?.value ?? null;
  };
}

function Given({ value }: { value: unknown }) {
  return value === null ? <span className="text-muted">not answered</span> : <ValueView value={value} />;
}

function Awaited({ type }: { type: string }) {
  return <span className="block min-w-32 border-b border-line-strong text-muted">{type === "" ? "text" : type}</span>;
}
