import type { Habit } from "../habit";
import { secondColumnHabits } from "./columns";
import { endHabits } from "./ends";
import { secondDateHabits } from "./dates";
import { secondHeadcountHabits } from "./headcounts";
import { identityHabits } from "./identity";
import { secondLabelHabits } from "./labels";
import { moveHabits } from "./moves";
import { periodHabits } from "./periods";
import { secondRowHabits } from "./rows";
import { secondSheetHabits } from "./second-sheets";
import { secondTableHabits } from "./second-tables";
import { secondStateHabits } from "./states";

/** Second things beside a first: what decisions §4 neither adds nor prefers, but where something says which is meant. */
export const secondHabits: readonly Habit[] = [
  ...secondColumnHabits,
  ...endHabits,
  ...periodHabits,
  ...moveHabits,
  ...secondHeadcountHabits,
  ...secondLabelHabits,
  ...secondRowHabits,
  ...identityHabits,
  ...secondTableHabits,
  ...secondSheetHabits,
  ...secondDateHabits,
  ...secondStateHabits,
];
