import { analysing } from "../walks/analysing";
import { checking, soundInventory } from "../walks/checking";
import { choosing } from "../walks/choosing";
import { headcountsElsewhere, refusals } from "../walks/elsewhere";
import { convening } from "../walks/convening";
import { explaining } from "../walks/explaining";
import { firstSteps } from "../walks/first-steps";
import { generating } from "../walks/generating";
import { issuing } from "../walks/issuing";
import { rectifying } from "../walks/rectifying";
import { saying } from "../walks/saying";
import { updating } from "../walks/updating";
import type { Walk } from "../walks/walk";

/** The walks, in groups of about the same length: a file for each, which jest's workers share. */
export const groups: Readonly<Record<"reading" | "documents" | "analyses", readonly Walk[]>> = {
  reading: [firstSteps, checking, soundInventory, headcountsElsewhere, refusals],
  documents: [generating, updating, explaining, saying, issuing],
  analyses: [analysing, rectifying, choosing, convening],
};
