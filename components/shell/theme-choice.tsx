"use client";

import { useTheme } from "next-themes";
import { MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { themes } from "./themes";

/** The themes, as items of a menu. */
export function ThemeChoice() {
  const { theme = "system", setTheme } = useTheme();
  return (
    <MenuRadioGroup value={theme} onValueChange={setTheme}>
      {themes.map(({ value, name, icon: Icon }) => (
        <MenuRadioItem key={value} value={value}>
          <Icon /> {name}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}
