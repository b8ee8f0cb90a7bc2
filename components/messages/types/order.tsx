import { ShoppingBag } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { RichText } from "@/components/messages/text/rich-text";
import { PlainLine, SafeText } from "@/components/messages/text/safe-text";
import { Capped } from "@/components/ui/capped";
import { money, orderTotals } from "@/lib/messages/types/order";

export function OrderBubble({ content, voice }: BubbleProps<"order">) {
  const totals = orderTotals(content.items);
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex min-w-56 flex-col gap-2 max-sm:min-w-0">
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <ShoppingBag aria-hidden className="size-4 shrink-0" />
          Order
          {content.catalogId !== "" && (
            <span className="min-w-0 [overflow-wrap:anywhere]">
              from catalogue <SafeText text={content.catalogId} />
            </span>
          )}
        </p>
        <Capped items={content.items} noun="items">
          {(shown) => (
            <ul className="flex flex-col gap-1 text-sm">
              {shown.map(({ item, index }) => (
                <li key={index} className="flex items-baseline gap-2">
                  {item.quantity !== null && (
                    <span className="tabular-nums">{item.quantity.toLocaleString("en")} ×</span>
                  )}
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                    <PlainLine html={item.name} />
                    {item.id !== "" && item.id !== item.name && (
                      <span className="ml-1.5 font-mono text-xs text-muted">
                        <SafeText text={item.id} />
                      </span>
                    )}
                  </span>
                  {item.price !== null && (
                    <span className="shrink-0 text-right tabular-nums">
                      <SafeText text={money(item.price, item.currency)} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Capped>
        {totals.length > 0 && (
          <p className="flex items-baseline justify-between gap-4 border-t border-line pt-1.5 text-sm font-medium tabular-nums">
            <span>Total</span>
            <span className="text-right">
              {totals.map((total) => (
                <span key={total} className="block">
                  <SafeText text={total} />
                </span>
              ))}
            </span>
          </p>
        )}
        {content.note !== "" && <RichText text={content.note} className="text-sm" />}
      </div>
    </BubbleFrame>
  );
}
