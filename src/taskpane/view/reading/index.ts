import type { ComponentType } from "preact";
import { ControleScreen } from "./controle";
import { HeadcountsScreen, LectureScreen } from "./lecture";

/** Screens whose code comes when a workbook is first read. */
export const readingScreens: Readonly<Record<"lecture" | "headcounts" | "controle", ComponentType>> = {
  lecture: LectureScreen,
  headcounts: HeadcountsScreen,
  controle: ControleScreen,
};
