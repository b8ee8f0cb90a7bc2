import { Skeleton } from "@/components/ui/skeleton";

export function SetupSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-8">
      <div className="flex h-19 items-center gap-4 rounded-xl border border-line bg-pane px-4">
        <Skeleton className="size-2.5 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-3.5 w-48" />
          <Skeleton className="h-3 w-80 max-w-full" />
        </div>
      </div>
      <Skeleton className="h-4 w-52" />
      {["w-56", "w-64", "w-48", "w-60"].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-6 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className={`h-3 ${width}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
