import type { ComponentType } from "preact";
import { DoneScreen } from "./done";
import { ConfirmScreen, EditedScreen, GeneratingScreen, UndoingScreen, UndoScreen } from "./generation";
import { AnalysisScreen, ExplanationScreen, SettingsScreen, UnderstoodScreen } from "./lazy";
import { PlanScreen } from "./plan";
import { RefusedScreen, UnreadableScreen } from "./refused";
import type { ScreenName } from "./screen-of";
import { StoppedScreen } from "./stopped";
import { ReadingScreen, UnreadScreen, WelcomeScreen } from "./welcome";

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
