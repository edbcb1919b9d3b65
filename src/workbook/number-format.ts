/** How a number is shown, where that says what it is. */
export type Shown = "date" | "money" | null;

/** What a number format, as a file or Excel's `numberFormat` writes it (en-US), shows a number as. */
export function shownBy(format: string): Shown {
  if (isMoneyFormat(format)) return "money";
  return isDateFormat(format) ? "date" : null;
}

/** What a built-in format, which a file gives by its number alone, shows a number as. */
export function shownByBuiltIn(number: number): Shown {
  if ((number >= 5 && number <= 8) || number === 42 || number === 44) return "money";
  const isDate =
    (number >= 14 && number <= 22) ||
    (number >= 27 && number <= 36) ||
    (number >= 45 && number <= 47) ||
    (number >= 50 && number <= 58);
  return isDate ? "date" : null;
}

/**
 * A format that shows a day or a time, quoted text, escapes and brackets (but elapsed time) left aside. Some Excels tell
 * formats in French, « jj/mm/aaaa », where General is « Standard ».
 */
function isDateFormat(format: string): boolean {
  const shown = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|Standard/gi, "");
  return /[dmyhsja]/i.test(shown);
}

/** A sign or a name of a currency, in its brackets (`[$€-40C]`), quoted or not; « _€ » only leaves as much room. */
function isMoneyFormat(format: string): boolean {
  const shown = format.replace(/_./g, "").replace(/\[\$-[^\]]*\]/g, "");
  return /[€$£¥]|(?:^|[^A-Z])(?:EUR|euros?|USD|CHF|FRF)(?:$|[^A-Z])|"\s*k?F\s*"|\[\$k?F(?:-|\])/i.test(shown);
}
