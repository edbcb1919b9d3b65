import type { ComponentType } from "preact";
import { CommuneScreen } from "./commune";
import { ControleScreen } from "./controle";
import { HeadcountsScreen, LectureScreen } from "./lecture";
import { RepartitionScreen } from "./repartition";

/** Screens whose code comes when a workbook is first read. */
export const readingScreens = {
  lecture: LectureScreen,
  headcounts: HeadcountsScreen,
  controle: ControleScreen,
  repartition: RepartitionScreen,
  commune: CommuneScreen,
} satisfies Readonly<Record<string, ComponentType>>;
