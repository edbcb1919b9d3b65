// Screens whose code comes when a workbook is first read.
export { ControleScreen } from "./controle";
export { HeadcountsScreen, LectureScreen } from "./lecture";
export { TitreBand } from "./titre-band";
export { CommuneScreen, RepartitionScreen } from "./repartition";
