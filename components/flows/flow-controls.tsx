import { Search } from "lucide-react";
import Form from "next/form";
import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";
import { ChoiceLink } from "@/components/analytics/choice-link";
import { edgeShares } from "@/components/analytics/own-parameters";
import { Input } from "@/components/ui/input";

interface FlowControlsProps {
  search: AnalyticsSearch;
  /** In percent. */
  least: number;
}

/** Hides rare ways, and finds prompts. Both are links and forms that work without scripts. */
export function FlowControls({ search, least }: FlowControlsProps) {
  return (
    <>
      <FindForm search={search} />
      <nav aria-label="Ways to draw" className="flex items-center text-xs whitespace-nowrap">
        <span className="pr-1 text-muted">Ways of at least</span>
        {edgeShares.map((share) => (
          <ChoiceLink
            key={share}
            href={analyticsHref({ ...search, own: { ...search.own, least: String(share) } })}
            isCurrent={share === least}
          >
            {share === 0 ? "any" : `${share}\u00a0%`}
          </ChoiceLink>
        ))}
      </nav>
    </>
  );
}

function FindForm({ search }: { search: AnalyticsSearch }) {
  const { find = "", ...own } = search.own;
  const [pathname = "", query = ""] = analyticsHref({ ...search, own }).split("?");
  return (
    <Form action={pathname} scroll={false} prefetch={false} role="search" className="relative">
      {[...new URLSearchParams(query)].map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may occur several times
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      <Search aria-hidden="true" className="absolute top-1.5 left-2 size-4 text-faint coarse:top-3" />
      <Input
        compact
        key={find}
        type="search"
        name="find"
        defaultValue={find}
        aria-label="Find a prompt"
        placeholder="Find a prompt"
        className="w-44 pl-7!"
      />
    </Form>
  );
}
