import type { ComponentType } from "preact";
import type { AnalysisName } from "../model";
import { CompareScreen } from "./compare";
import { RectifyScreen } from "./rectify";
import { SimulateScreen } from "./simulate";

/** Screens loaded when one of them is first asked for. */
export const analysisScreens: Readonly<Record<AnalysisName, ComponentType>> = {
  compare: CompareScreen,
  simulate: SimulateScreen,
  rectify: RectifyScreen,
};
