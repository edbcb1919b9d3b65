import { fold, isBlank, memoByText, type Cell } from "../../cells";
import { readDate } from "./values";

/** Headings of columns in which an office ticks off what it found: « Pointage », « Vu le », « Inventaire 2014 ». */
const ofChecks =
  /^(?:derni\w+ |date (?:de |du )?(?:derni\w+ )?|comptages? )?(?:pointages?|pointe[er]?s?|verifi\w+|controles?|controlee?s?|comptages?|recolements?|recole[er]?s?|recensements?|inventaires?|inventori\w+|presences?|presente?s?|suivis?|vue?s?|ok|localise\w*)\b(?! (?:par|d acces|n|no|num\w*|technique|electrique|pedagogique|medical|social|scolaire)\b)/;

/** Answers by which a row passes a check: « OK », « vu », « P », « fait le … ». */
const passing =
  /^(?:ok|oui|yes|vrai|o|x|v|p|1|[✓✔☑☒]|vue?s?|faite?s?|presente?s?|conformes?|corrects?|recue?s?|verifiee?s?|controlee?s?|comptee?s?|pointee?s?|validee?s?|inventoriee?s?|localisee?s?|trouvee?s?|retrouvee?s?|en place|ras|r a s|rien a signaler|bon|bien)\b(?!.*\b(?:sauf|mais|pas|non|sous reserve|avec reserve|incomplet\w*|partiel\w*)\b)/;
const ticks = /^\s*[✓✔☑☒]\s*$/;

/** Returns whether a heading is that of a check of each row: « Pointage », but not « Vérifié par ». */
export const headsChecks = memoByText((heading) => ofChecks.test(fold(heading).trim()));

/** Returns whether a cell says that its row passed a check: a word, a tick, or the day of the check. */
export function passesCheck(cell: Cell, date1904: boolean): boolean {
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "string" && (ticks.test(cell) || passing.test(fold(cell).trim()))) return true;
  return !isBlank(cell) && cell !== 0 && cell !== 1 && !Number.isNaN(readDate(cell, date1904));
}

/** Returns whether most of the filled cells of a column say that their rows passed a check. */
export function isChecklist(cells: readonly Cell[], date1904: boolean): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 1 && filled.filter((cell) => passesCheck(cell, date1904)).length * 2 >= filled.length;
}
