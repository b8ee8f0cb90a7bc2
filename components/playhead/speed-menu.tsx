"use client";

import { ChevronDown } from "lucide-react";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/components/ui/menu";
import { type PlaySpeed, playSpeeds, speedNames } from "./playback";

interface SpeedMenuProps {
  speed: PlaySpeed;
  onChange: (speed: PlaySpeed) => void;
}

/** Selects the playback speed. */
export function SpeedMenu({ speed, onChange }: SpeedMenuProps) {
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Speed: ${speedNames[speed]}`}
        className="ml-1.5 flex h-6 items-center gap-1 rounded-md border border-line px-2 text-2xs font-medium whitespace-nowrap text-muted hover:bg-hover hover:text-text coarse:h-10"
      >
        {speed === "whole" ? (
          <>
            <span className="hidden @md:inline">{speedNames[speed]}</span>
            <span className="@md:hidden">12 s</span>
          </>
        ) : (
          speedNames[speed]
        )}
        <ChevronDown aria-hidden="true" className="size-3" />
      </MenuTrigger>
      <MenuContent align="start" side="top">
        <MenuRadioGroup
          value={speed}
          onValueChange={(value) => onChange(playSpeeds.find((known) => known === value) ?? speed)}
        >
          {playSpeeds.map((each) => (
            <MenuRadioItem key={each} value={each}>
              {speedNames[each]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
