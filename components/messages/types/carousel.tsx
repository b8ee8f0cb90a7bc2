import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { Picture } from "@/components/messages/picture";
import { Pill } from "@/components/messages/pill";
import { PromptTitle } from "@/components/messages/prompt-title";
import { RichText } from "@/components/messages/text/rich-text";
import { SafeText } from "@/components/messages/text/safe-text";
import { Capped } from "@/components/ui/capped";
import { chosenBy, type IsChosen } from "@/lib/messages/chosen-by";
import type { MessageContents } from "@/lib/messages/message-types";
import { fileNameOfLink } from "@/lib/messages/parts/file-name";
import { withoutBidiControls } from "@/lib/text/bidi-controls";
import { plainText } from "@/lib/text/plain-text";

type Card = MessageContents["carousel"]["cards"][number];

export function CarouselBubble({ content, answer, voice }: BubbleProps<"carousel">) {
  const label = plainText(content.title) || "Carousel";
  const isChosen = chosenBy(answer);
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        <Capped items={content.cards} noun="cards" limit={20}>
          {(shown) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: cards that scroll must be reachable by keyboard
            <ul tabIndex={0} aria-label={`${label}: ${content.cards.length} cards`} className={track}>
              {shown.map(({ item, index }) => (
                <li key={index} className={cardBox}>
                  <CardView card={item} place={index + 1} isChosen={isChosen} />
                </li>
              ))}
            </ul>
          )}
        </Capped>
        {content.cards.length === 0 && <p className="text-xs text-muted">No cards were shown</p>}
      </div>
    </BubbleFrame>
  );
}

const track = "-mx-1 flex snap-x gap-2 overflow-x-auto rounded-lg px-1 pb-1 print:flex-wrap print:overflow-visible";
const cardBox =
  "w-52 max-w-[70vw] shrink-0 snap-start overflow-hidden rounded-lg border border-line bg-background print:break-inside-avoid";

function CardView({ card, place, isChosen }: { card: Card; place: number; isChosen: IsChosen }) {
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
          <span dir="auto" className="truncate text-xs text-muted">
            <SafeText text={name} />
          </span>
        )}
        {(card.options.length > 0 || card.webUrl !== "") && (
          <div className="mt-auto flex flex-col gap-1.5 pt-1.5">
            {card.webUrl !== "" && <Pill title="Open" webUrl={card.webUrl} wide />}
            <Capped items={card.options} noun="buttons" limit={10} isKept={({ title }) => isChosen(title, -1)}>
              {(shown) => (
                <ul className="flex flex-col gap-1.5">
                  {shown.map(({ item: { title, webUrl }, index }) => (
                    <li key={index}>
                      <Pill title={title} webUrl={webUrl} chosen={isChosen(title, -1)} wide />
                    </li>
                  ))}
                </ul>
              )}
            </Capped>
          </div>
        )}
      </div>
    </div>
  );
}
