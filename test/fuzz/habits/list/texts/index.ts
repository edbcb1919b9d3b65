import type { Habit } from "../habit";
import { headingHabits } from "./headings";
import { markHabits } from "./marks";
import { ownTariffHabits } from "./own-tariff";
import { remarkHabits } from "./remarks";
import { sectionHabits } from "./sections";
import { titleHabits } from "./titles";
import { wordingHabits } from "./wordings";

/** Texts made of words that the program cannot hold: what they govern is read, or asked. */
export const textHabits: readonly Habit[] = [
  ...remarkHabits,
  ...markHabits,
  ...sectionHabits,
  ...headingHabits,
  ...titleHabits,
  ...wordingHabits,
  ...ownTariffHabits,
];
