import { analyses } from "./analyses";
import { functions } from "./functions";
import { office } from "./office";
import { options } from "./options";
import { statement } from "./statement";
import { tariff } from "./tariff";
import { taskpane } from "./taskpane";
import { taskpaneChoices } from "./taskpane-choices";
import { taskpaneDocuments } from "./taskpane-documents";
import { taskpaneFiles } from "./taskpane-files";
import { taskpaneLecture } from "./taskpane-lecture";
import { taskpanePoints } from "./taskpane-points";
import { taskpaneSplit } from "./taskpane-split";
import { taskpaneStates } from "./taskpane-states";
import { workbook } from "./workbook";

export const en = {
  ...tariff,
  ...options,
  ...statement,
  ...analyses,
  ...workbook,
  ...functions,
  ...office,
  ...taskpane,
  ...taskpaneLecture,
  ...taskpanePoints,
  ...taskpaneChoices,
  ...taskpaneSplit,
  ...taskpaneDocuments,
  ...taskpaneFiles,
  ...taskpaneStates,
} as const;
