import {
  CircleCheck,
  CirclePlay,
  Clock,
  type LucideIcon,
  MessageSquare,
  MessageSquarePlus,
  SendHorizontal,
  StickyNote,
  Tag,
  TriangleAlert,
  UserRound,
  Variable,
} from "lucide-react";
import type { EventIcon } from "@/lib/event-types/event-definition";

/** The icons used in event definitions. */
export const eventIcons: Record<EventIcon, LucideIcon> = {
  alert: TriangleAlert,
  check: CircleCheck,
  clock: Clock,
  label: Tag,
  message: MessageSquare,
  note: StickyNote,
  open: CirclePlay,
  person: UserRound,
  sent: SendHorizontal,
  start: MessageSquarePlus,
  variable: Variable,
};
