import { CalendarCheck, CalendarClock, CalendarX } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const looks = {
  good: { Icon: CalendarCheck, colour: "text-agent" },
  bad: { Icon: CalendarX, colour: "text-danger" },
  open: { Icon: CalendarClock, colour: "text-muted" },
};

/** The result of a booking, in one line. */
export function OutcomeLine({ outcome, children }: { outcome: keyof typeof looks; children: ReactNode }) {
  const { Icon, colour } = looks[outcome];
  return (
    <p className={classNames("flex items-center gap-1.5 font-medium", colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {children}
    </p>
  );
}
