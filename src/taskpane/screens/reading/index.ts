import type { ComponentType } from "preact";
import { CommuneScreen, RepartitionScreen } from "./repartition";
import { ControleScreen } from "./controle";
import { HeadcountsScreen, LectureScreen } from "./lecture";

/** Screens whose code comes when a workbook is first read. */
export const readingScreens = {
  lecture: LectureScreen,
  headcounts: HeadcountsScreen,
  controle: ControleScreen,
  repartition: RepartitionScreen,
  commune: CommuneScreen,
} satisfies Readonly<Record<string, ComponentType>>;
