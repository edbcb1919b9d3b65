import { aroundHabits } from "./around";
import { columnHabits } from "./columns";
import { communePlaceHabits } from "./commune-places";
import { communeHabits } from "./communes";
import { flowHabits } from "./flows";
import type { Habit } from "./habit";
import { headcountHabits } from "./headcounts";
import { headerHabits } from "./headers";
import { machineDateHabits } from "./machine-dates";
import { machineHabits } from "./machines";
import { moneyHabits } from "./money";
import { natureHabits } from "./natures";
import { numberHabits } from "./numbers";
import { pupilHabits } from "./pupils";
import { schoolHabits } from "./schools";
import { secondHabits } from "./seconds";
import { sheetHabits } from "./sheets";
import { textHabits } from "./texts";
import { totalHabits } from "./totals";
import { accidentHabits, valueHabits } from "./values";

export type { Habit, Must } from "./habit";

/** Every habit. */
export const habits: readonly Habit[] = [
  ...communeHabits,
  ...communePlaceHabits,
  ...schoolHabits,
  ...headerHabits,
  ...moneyHabits,
  ...numberHabits,
  ...columnHabits,
  ...flowHabits,
  ...totalHabits,
  ...headcountHabits,
  ...pupilHabits,
  ...natureHabits,
  ...valueHabits,
  ...accidentHabits,
  ...machineHabits,
  ...machineDateHabits,
  ...aroundHabits,
  ...sheetHabits,
  ...secondHabits,
  ...textHabits,
];
