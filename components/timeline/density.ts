import { rememberedChoice } from "@/components/ui/remembered-choice";

const densities = ["comfortable", "compact"] as const;
/** The spacing of the timeline's entries. */
export type Density = (typeof densities)[number];

export const densityChoice = rememberedChoice<Density>("density", densities, "comfortable");

export function readDensity(text: string): Density {
  return densities.find((density) => density === text) ?? "comfortable";
}
