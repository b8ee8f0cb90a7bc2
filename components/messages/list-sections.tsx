import { Check } from "lucide-react";
import { RichText } from "@/components/messages/text/rich-text";
import { PlainLine } from "@/components/messages/text/safe-text";
import { Capped } from "@/components/ui/capped";
import { classNames } from "@/components/ui/class-names";
import type { IsChosen } from "@/lib/messages/chosen-by";
import { plainText } from "@/lib/text/plain-text";

interface ListSectionsProps {
  sections: readonly { title: string; items: readonly { title: string; description: string }[] }[];
  isChosen: IsChosen;
}

/** The sections of a list with their items; the chosen item is marked. */
export function ListSections({ sections, isChosen }: ListSectionsProps) {
  return (
    <Capped items={sections} noun="sections" limit={12}>
      {(shown) =>
        shown.map(({ item: section, index }) => (
          <div key={index} className="flex flex-col">
            {section.title !== "" && (
              <p className="pb-0.5 text-xs font-medium text-muted">
                <PlainLine html={section.title} />
              </p>
            )}
            <Capped items={section.items} noun="items" isKept={(item) => isChosen(item.title, -1)}>
              {(items) => (
                <ul
                  aria-label={plainText(section.title) || "Choices"}
                  className="divide-y divide-line rounded-lg border border-line"
                >
                  {items.map(({ item, index: place }) => (
                    <Item key={place} {...item} chosen={isChosen(item.title, -1)} />
                  ))}
                </ul>
              )}
            </Capped>
          </div>
        ))
      }
    </Capped>
  );
}

function Item({ title, description, chosen }: { title: string; description: string; chosen: boolean }) {
  return (
    <li
      className={classNames(
        "flex items-start gap-2 px-2.5 py-1.5 text-sm first:rounded-t-lg last:rounded-b-lg print:break-inside-avoid",
        chosen && "bg-visitor-soft text-visitor",
      )}
    >
      <div className="min-w-0 flex-1">
        {chosen && <span className="sr-only">Chosen: </span>}
        <RichText text={title === "" ? "(no title)" : title} className={chosen ? "font-medium" : ""} />
        {description !== "" && <RichText text={description} className="text-xs text-muted" />}
      </div>
      {chosen && <Check aria-hidden className="mt-0.5 size-4 shrink-0" />}
    </li>
  );
}
