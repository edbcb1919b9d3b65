import type { WordChoice } from "../options";
import type { Grid, LabelReading } from "../tariff";
import { WordChoices } from "./read/word-choices";

/**
 * The reader of labels for which a text that the user said to mean a prestation, as a label or as a heading, names it. A code
 * that the grid lacks says nothing.
 */
export function withChosenLabels(
  readLabel: (text: string) => LabelReading,
  choices: readonly WordChoice[],
  grid: Grid,
): (text: string) => LabelReading {
  const chosen = choices.filter(({ kind }) => kind === "prestation");
  if (chosen.length === 0) return readLabel;
  const words = new WordChoices(chosen);
  const codes = new Set(grid.rows.map(({ code }) => code));
  return (text) => {
    const code = words.of("prestation", text)?.toUpperCase();
    const reading = readLabel(text);
    if (code === undefined || !codes.has(code)) return reading;
    const label = { kind: "prestation", code, words: text.trim(), weak: false, part: null, qualifiers: [] } as const;
    return { ...reading, label, complete: true };
  };
}
