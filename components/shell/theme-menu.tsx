"use client";

import { useTheme } from "next-themes";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/components/ui/menu";
import { ThemeTrigger } from "./rail-triggers";
import { themes } from "./themes";

/** Loaded when opened. */
export default function ThemeMenu() {
  const { theme = "system", setTheme } = useTheme();
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>
        <ThemeTrigger />
      </MenuTrigger>
      <MenuContent side="right" align="end">
        <MenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map(({ value, name, icon: Icon }) => (
            <MenuRadioItem key={value} value={value}>
              <Icon /> {name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
