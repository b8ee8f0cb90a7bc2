import { rememberedChoice } from "@/components/ui/remembered-choice";

const densities = ["comfortable", "compact"] as const;
/** How close together the timeline's entries stand. */
export type Density = (typeof densities)[number];

export const densityChoice = rememberedChoice<Density>("density", densities, "comfortable");

export function readDensity(text: string): Density {
  return densities.find((density) => density === text) ?? "comfortable";
}
