import type { MessageContents } from "@/lib/messages/message-types";
import type { ReadMessage } from "@/lib/messages/read-message";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { FieldList } from "./field-list";
import { keyed } from "./keyed";
import { PromptTitle } from "./prompt-title";
import { PlainLine } from "./safe-text";
import { ValueView } from "./value-view";

type Field = MessageContents["form"]["fields"][number];

/** A form with its answers beside the questions, once they have come. */
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
            value: answers === null ? <Awaited type={field.type} /> : <Given value={valueFor(field, index, answers)} />,
          }))}
        />
        {content.fields.length === 0 && <p className="text-xs text-muted">The form has no fields</p>}
      </div>
    </BubbleFrame>
  );
}

type Answers = MessageContents["form.response"]["fields"];

function answersOf(answer: ReadMessage | null): Answers | null {
  return answer?.recognised === true && answer.type === "form.response" ? answer.content.fields : null;
}

/** The answer to a field: of its variable, else of its label, else at its place. */
function valueFor(field: Field, index: number, answers: Answers): unknown {
  const byVariable = answers.find((answer) => answer.variable !== "" && answer.variable === field.variable);
  const byLabel = answers.find((answer) => answer.label === field.label);
  return (byVariable ?? byLabel ?? answers[index])?.value ?? null;
}

function Given({ value }: { value: unknown }) {
  return value === null ? <span className="text-muted">not answered</span> : <ValueView value={value} />;
}

function Awaited({ type }: { type: string }) {
  return <span className="block min-w-32 border-b border-line-strong text-muted">{type === "" ? "text" : type}</span>;
}
