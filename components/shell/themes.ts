import { Monitor, Moon, Sun } from "lucide-react";

/** Theme names of next-themes. */
export const themes = [
  { value: "light", name: "Light", icon: Sun },
  { value: "dark", name: "Dark", icon: Moon },
  { value: "system", name: "Match system", icon: Monitor },
] as const;
