import type { Phrasebook } from "./phrasebook";
import { arabic } from "./phrasebooks/arabic";
import { english } from "./phrasebooks/english";
import { french } from "./phrasebooks/french";
import { german } from "./phrasebooks/german";
import { hindi } from "./phrasebooks/hindi";
import { japanese } from "./phrasebooks/japanese";
import { polish } from "./phrasebooks/polish";
import { spanish } from "./phrasebooks/spanish";

/** Languages of simulated visitors; English is the most frequent. */
export const phrasebooks: readonly Phrasebook[] = [
  english,
  english,
  english,
  english,
  german,
  german,
  french,
  spanish,
  japanese,
  arabic,
  hindi,
  polish,
];
