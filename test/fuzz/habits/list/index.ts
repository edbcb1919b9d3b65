import { aroundHabits } from "./around";
import { columnHabits } from "./columns";
import { communeHabits } from "./communes";
import type { Habit } from "./habit";
import { totalHabits } from "./totals";

export type { Habit } from "./habit";

/** Every habit. */
export const habits: readonly Habit[] = [...communeHabits, ...columnHabits, ...totalHabits, ...aroundHabits];
