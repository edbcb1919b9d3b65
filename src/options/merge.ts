import type { PartialOptions } from "./parse-options";
import { defaultOptions } from "./types";
import type { Options } from "./types";

/**
 * Every option: the file's where it says something, else the workbook's, else the default. A list is taken whole from one
 * place: the file's keys replace the workbook's, they are not added to them.
 */
export function mergeOptions(fromWorkbook: PartialOptions, fromFile: PartialOptions): Options {
  return { ...defaultOptions, ...fromWorkbook, ...fromFile };
}
