import { Skeleton } from "@/components/ui/skeleton";

/** The place of a figure while its numbers are being counted. */
export function FigureSkeleton({ title }: { title: string }) {
  return (
    <section aria-busy="true" aria-label={title} className="rounded-xl border border-line bg-pane px-4 pt-3 pb-4">
      <h2 className="text-sm font-medium">{title}</h2>
      <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      <Skeleton className="mt-4 h-52" />
    </section>
  );
}
