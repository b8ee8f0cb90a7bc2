import type { ReactNode } from "react";
import { channelName } from "@/components/ui/channel-name";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Visitor } from "@/lib/api/schemas/visitor";

export function VisitorFacts({ visitor }: { visitor: Visitor }) {
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      <Fact term="First seen">
        <RelativeTime iso={visitor.firstSeenAt} inSentence />
      </Fact>
      <Fact term="Last seen">
        <RelativeTime iso={visitor.lastSeenAt} inSentence />
      </Fact>
      {visitor.channels.length > 0 && (
        <Fact term={visitor.channels.length === 1 ? "Channel" : "Channels"}>
          {visitor.channels.map(({ name, conversationCount }, place) => (
            <span key={name}>
              {place > 0 && ", "}
              {channelName(name)} <span className="tabular text-muted">{conversationCount.toLocaleString("en")}</span>
            </span>
          ))}
        </Fact>
      )}
      <Fact term="Events">
        <span className="tabular">{visitor.eventCount.toLocaleString("en")}</span>
      </Fact>
      <Fact term="Key">
        <code className="font-mono text-xs break-all">{visitor.key}</code>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
