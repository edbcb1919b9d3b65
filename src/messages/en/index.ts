import { analyses } from "./analyses";
import { cli } from "./cli";
import { functions } from "./functions";
import { inventory } from "./inventory";
import { office } from "./office";
import { options } from "./options";
import { statement } from "./statement";
import { tariff } from "./tariff";
import { taskpane } from "./taskpane";
import { taskpaneFiles } from "./taskpane-files";
import { taskpaneStates } from "./taskpane-states";
import { workbook } from "./workbook";

export const en = {
  ...tariff,
  ...options,
  ...inventory,
  ...statement,
  ...analyses,
  ...workbook,
  ...functions,
  ...office,
  ...cli,
  ...taskpane,
  ...taskpaneFiles,
  ...taskpaneStates,
} as const;
