export { rebill } from "./rebill";
export type { Io } from "./rebill";
export { exitCodes } from "./exit-codes";
export type { ExitCode } from "./exit-codes";
