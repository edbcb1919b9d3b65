import type { ComponentType } from "preact";
import type { ScreenName } from "../screen-of";
import { AnalysisScreen } from "./analysis";
import { ConfirmScreen } from "./confirm";
import { DoneScreen } from "./done";
import { EditedScreen } from "./edited";
import { ExplanationScreen } from "./explanation";
import { GeneratingScreen, UndoingScreen } from "./generating";
import { PlanScreen } from "./plan";
import { ReadingScreen } from "./reading";
import { RefusedScreen, UnreadableScreen } from "./refused";
import { SettingsScreen } from "./settings";
import { StoppedScreen } from "./stopped";
import { UnderstoodScreen } from "./understood";
import { UndoScreen } from "./undo";
import { UnreadScreen, WelcomeScreen } from "./welcome";

export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  settings: SettingsScreen,
  explanation: ExplanationScreen,
  compare: AnalysisScreen,
  simulate: AnalysisScreen,
  rectify: AnalysisScreen,
  welcome: WelcomeScreen,
  unread: UnreadScreen,
  reading: ReadingScreen,
  refused: RefusedScreen,
  unreadable: UnreadableScreen,
  headcounts: UnderstoodScreen,
  lecture: UnderstoodScreen,
  controle: UnderstoodScreen,
  repartition: UnderstoodScreen,
  commune: UnderstoodScreen,
  plan: PlanScreen,
  confirm: ConfirmScreen,
  generating: GeneratingScreen,
  undoing: UndoingScreen,
  done: DoneScreen,
  edited: EditedScreen,
  undo: UndoScreen,
  stopped: StoppedScreen,
};
