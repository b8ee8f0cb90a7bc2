import { ArrowUp, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { type AnalyticsSearch, analyticsHref } from "@/components/analytics/analytics-search";

interface FunnelStepsProps {
  search: AnalyticsSearch;
  nameOf: (step: string) => string;
}

/** The steps of the funnel in their order, with links that move and remove each. */
export function FunnelSteps({ search, nameOf }: FunnelStepsProps) {
  const { steps } = search;
  return (
    <ol aria-label="Steps" className="flex max-w-2xl flex-col gap-1">
      {steps.map((step, place) => {
        const name = nameOf(step);
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a step may occur several times
            key={place}
            className="flex min-w-0 items-center gap-1 rounded-lg border border-line py-1 pr-1 pl-3 text-sm"
          >
            <span className="tabular shrink-0 text-muted">{place + 1}.</span>
            <bdi dir="auto" title={name} className="min-w-0 flex-1 truncate">
              {name}
            </bdi>
            {place > 0 && (
              <StepLink search={search} steps={raised(steps, place)} label={`Move up: ${name}`}>
                <ArrowUp aria-hidden="true" className="size-4" />
              </StepLink>
            )}
            <StepLink search={search} steps={steps.toSpliced(place, 1)} label={`Remove: ${name}`}>
              <X aria-hidden="true" className="size-4" />
            </StepLink>
          </li>
        );
      })}
    </ol>
  );
}

function raised(steps: readonly string[], place: number): string[] {
  return steps.toSpliced(place, 1).toSpliced(place - 1, 0, steps[place] ?? "");
}

interface StepLinkProps {
  search: AnalyticsSearch;
  /** The steps that the link leads to. */
  steps: readonly string[];
  label: string;
  children: ReactNode;
}

function StepLink({ search, steps, label, children }: StepLinkProps) {
  return (
    <Link
      href={analyticsHref({ ...search, steps })}
      prefetch={false}
      scroll={false}
      aria-label={label}
      title={label}
      className="flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text coarse:size-10"
    >
      {children}
    </Link>
  );
}
