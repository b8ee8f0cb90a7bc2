import { withoutBidiControls } from "@/lib/messages/bidi-controls";
import { fileNameOfLink } from "@/lib/messages/file-name";
import { isChosen } from "@/lib/messages/is-chosen";
import type { MessageContents } from "@/lib/messages/message-types";
import { plainText } from "@/lib/messages/plain-text";
import type { ReadMessage } from "@/lib/messages/read-message";
import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { keyed } from "./keyed";
import { Picture } from "./picture";
import { Pill } from "./pill";
import { PromptTitle } from "./prompt-title";
import { RichText } from "./rich-text";
import { SafeText } from "./safe-text";

type Card = MessageContents["carousel"]["cards"][number];

export function CarouselBubble({ content, answer, voice }: BubbleProps<"carousel">) {
  const label = plainText(content.title) || "Carousel";
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: cards that scroll must be reachable by keyboard */}
        <ul tabIndex={0} aria-label={`${label}: ${content.cards.length} cards`} className={track}>
          {keyed(content.cards).map(({ key, part: card, index }) => (
            <li key={key} className={cardBox}>
              <CardView card={card} place={index + 1} answer={answer} />
            </li>
          ))}
        </ul>
        {content.cards.length === 0 && <p className="text-xs text-muted">No cards were shown</p>}
      </div>
    </BubbleFrame>
  );
}

const track = "-mx-1 flex snap-x gap-2 overflow-x-auto rounded-lg px-1 pb-1 print:flex-wrap print:overflow-visible";
const cardBox =
  "w-52 max-w-[70vw] shrink-0 snap-start overflow-hidden rounded-lg border border-line bg-background print:break-inside-avoid";

function CardView({ card, place, answer }: { card: Card; place: number; answer: ReadMessage | null }) {
  const name = plainText(card.title) || withoutBidiControls(fileNameOfLink(card.image)) || `Card ${place}`;
  return (
    <div className="flex h-full flex-col">
      {card.image !== "" && (
        <div className="p-1.5">
          <Picture
            link={card.image}
            fileName={fileNameOfLink(card.image) || name}
            mimeType=""
            alternative={name}
            className="block h-32 w-full"
          />
        </div>
      )}
      <div className="flex flex-1 flex-col gap-1 px-2.5 pt-1 pb-2.5 text-sm">
        {card.title !== "" && <RichText text={card.title} className="font-medium" />}
        {card.text !== "" && <RichText text={card.text} className="text-muted" />}
        {card.title === "" && card.text === "" && card.image !== "" && (
          <span className="truncate text-xs text-muted">
            <SafeText text={name} />
          </span>
        )}
        {(card.options.length > 0 || card.webUrl !== "") && (
          <ul className="mt-auto flex flex-col gap-1.5 pt-1.5">
            {card.webUrl !== "" && (
              <li>
                <Pill title="Open" webUrl={card.webUrl} wide />
              </li>
            )}
            {keyed(card.options).map(({ key, part: option }) => (
              <li key={key}>
                <Pill title={option.title} webUrl={option.webUrl} chosen={isChosen(answer, option.title, -1)} wide />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
