import { readFileSync } from "node:fs";

export const page = readFileSync("docs/essai-dans-excel.md", "utf8");
/** A text with ordinary spaces and no line break within a sentence. */
export const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ");

/** The steps, in order: what is said of each. */
export const steps = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({ number: Number(/^\d+/.exec(text)![0]), text: flat(text.split(/^## /m)[0]!) }));
export const step = (number: number) => steps.find((one) => one.number === number)!.text;

/** Cells of a sheet that a step names, each once. */
export const placesIn = (number: number, sheet: string) => [
  ...new Set([...step(number).matchAll(new RegExp(`\`(${sheet}![A-Z]+\\d+)\``, "g"))].map(([, place]) => place!)),
];
