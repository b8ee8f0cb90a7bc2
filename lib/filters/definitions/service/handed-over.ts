import { column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const isHandedOver = column("handedOver").isTrue();

export const handedOver = yesOrNoFilter({
  label: "Handed over",
  help: "Did a person or team take over?",
  description: "Was it ever assigned to a person or team, or did a person write?",
  condition: isHandedOver,
  matches: ({ handover }) => handover !== null,
});
