"use client";

import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { ThemeTrigger } from "./rail-triggers";
import { ThemeChoice } from "./theme-choice";

/** Loaded when opened. */
export default function ThemeMenu() {
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>
        <ThemeTrigger />
      </MenuTrigger>
      <MenuContent side="right" align="end">
        <ThemeChoice />
      </MenuContent>
    </Menu>
  );
}
