"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/components/ui/menu";
import { themes } from "./themes";

export function ThemeMenu() {
  const { theme = "system", setTheme } = useTheme();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="Theme" side="right" className="size-9 hover:bg-line/60 [&_svg]:size-[1.125rem]">
          <Sun strokeWidth={1.75} className="dark:hidden" />
          <Moon strokeWidth={1.75} className="hidden dark:block" />
        </IconButton>
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
