import { TriangleAlert } from "lucide-react";
import type { Problem } from "@/lib/filter-text/problem";

interface SearchProblemsProps {
  id: string;
  text: string;
  problems: readonly Problem[];
  onMend: (text: string, caret: number) => void;
}

/** Lists each problem of a query: the text, the reason, and suggested corrections. */
export function SearchProblems({ id, text, problems, onMend }: SearchProblemsProps) {
  return (
    <ul id={id} aria-label="Not understood" aria-live="polite" className="mt-1 flex flex-col gap-1 empty:hidden">
      {problems.map(({ at, message, suggestion }) => {
        const place = text.slice(at.start, at.end);
        return (
          <li
            key={`${at.start}-${at.end}-${message}`}
            className="flex items-start gap-1.5 rounded-lg bg-warning-soft px-2 py-1.5 text-xs text-warning"
          >
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {place.trim() !== "" && <code className="mr-1 font-mono font-semibold">{place}</code>}
              {message}{" "}
              {suggestion !== undefined && (
                <button
                  type="button"
                  onClick={() =>
                    onMend(text.slice(0, at.start) + suggestion + text.slice(at.end), at.start + suggestion.length)
                  }
                  className="font-medium underline underline-offset-2"
                >
                  Write <code className="font-mono">{suggestion}</code>
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
