import { RebuildProgress } from "@/components/settings/rebuild-progress";
import { EmptyState } from "@/components/ui/empty-state";

/** Why there is nothing to show. */
export interface Missing {
  missing: string;
  isRebuilding: boolean;
}

export function MissingFlow({ missing, isRebuilding }: Missing) {
  return (
    <>
      <EmptyState title={missing} heading="h2">
        {isRebuilding &&
          "An update changed how prompts are recognized. The flows are shown again when the rebuild ends."}
      </EmptyState>
      {isRebuilding && <RebuildProgress />}
    </>
  );
}
