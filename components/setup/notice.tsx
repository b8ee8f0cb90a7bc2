import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface NoticeProps {
  tone: "warning" | "neutral";
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

export function Notice({ tone, icon, title, children }: NoticeProps) {
  return (
    <section
      aria-label={title}
      className={classNames(
        "grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 rounded-xl px-4 py-3 [&_svg]:mt-0.75 [&_svg]:size-4",
        tone === "warning" ? "bg-warning-soft text-warning" : "bg-hover text-muted",
      )}
    >
      <span aria-hidden="true">{icon}</span>
      <div>
        <p className={classNames("font-medium", tone === "neutral" && "text-text")}>{title}</p>
        <div className="mt-0.5 text-sm text-text/85">{children}</div>
      </div>
    </section>
  );
}
