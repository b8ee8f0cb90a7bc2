import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { PromptTitle } from "@/components/messages/prompt-title";
import { PlainLine } from "@/components/messages/text/safe-text";
import { VisitorWords } from "@/components/messages/visitor-words";

export function SliderBubble({ content, answer, voice }: BubbleProps<"slider">) {
  const chosen = answer?.recognised === true && answer.type === "slider.response" ? answer.content : null;
  const share = shareOf(chosen?.value ?? null, content.min, content.max);
  const unit = content.unit === "" ? "" : ` ${content.unit}`;
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex min-w-64 flex-col gap-2 max-sm:min-w-0">
        <PromptTitle title={content.title} />
        <div aria-hidden className="relative mx-2 my-1.5 h-1 rounded-full bg-line-strong">
          {share !== null && (
            <>
              <div className="absolute inset-y-0 left-0 rounded-full bg-visitor" style={{ width: `${share * 100}%` }} />
              <div
                className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2 border-pane bg-visitor"
                style={{ left: `${share * 100}%` }}
              />
            </>
          )}
        </div>
        <div className="grid grid-cols-3 text-xs text-muted tabular-nums">
          <PlainLine html={`${content.min ?? "?"}${unit}`} />
          <span className="text-center font-medium text-visitor">
            {chosen !== null && (
              <>
                <span className="sr-only">Chosen: </span>
                <VisitorWords>
                  <PlainLine html={chosen.text} />
                </VisitorWords>
              </>
            )}
          </span>
          <span className="text-right">
            <PlainLine html={`${content.max ?? "?"}${unit}`} />
          </span>
        </div>
        {content.step !== null && <p className="text-xs text-muted">in steps of {content.step}</p>}
      </div>
    </BubbleFrame>
  );
}

function shareOf(value: number | null, min: number | null, max: number | null): number | null {
  if (value === null || min === null || max === null || max <= min) return null;
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}
