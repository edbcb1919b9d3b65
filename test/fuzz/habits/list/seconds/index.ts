import type { Habit } from "../habit";
import { secondColumnHabits } from "./columns";
import { secondDateHabits } from "./dates";
import { deliveryHabits } from "./deliveries";
import { endHabits } from "./ends";
import { headcountSheetHabits } from "./headcount-sheets";
import { secondHeadcountHabits } from "./headcounts";
import { identityHabits } from "./identity";
import { secondLabelHabits } from "./labels";
import { movementHabits } from "./movements";
import { partHabits } from "./parts";
import { periodHabits } from "./periods";
import { secondRowHabits } from "./rows";
import { schoolStateHabits } from "./school-states";
import { secondFileHabits } from "./second-files";
import { secondSheetHabits } from "./second-sheets";
import { secondTableHabits } from "./second-tables";
import { secondStateHabits } from "./states";
import { surveyHabits } from "./surveys";

/** Second things beside a first: what decisions §4 neither adds nor prefers, but where something says which is meant. */
export const secondHabits: readonly Habit[] = [
  ...secondColumnHabits,
  ...endHabits,
  ...periodHabits,
  ...movementHabits,
  ...partHabits,
  ...secondHeadcountHabits,
  ...headcountSheetHabits,
  ...secondLabelHabits,
  ...surveyHabits,
  ...secondRowHabits,
  ...identityHabits,
  ...secondTableHabits,
  ...secondSheetHabits,
  ...secondFileHabits,
  ...deliveryHabits,
  ...secondDateHabits,
  ...secondStateHabits,
  ...schoolStateHabits,
];
