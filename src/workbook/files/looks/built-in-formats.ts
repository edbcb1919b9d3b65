const dayMonthYear = "dd/mm/yyyy";
const accounts = (sign: string, decimals: string) =>
  `_-* #,##0${decimals}\\ ${sign}_-;\\-* #,##0${decimals}\\ ${sign}_-;_-* "-"\\ ${sign}_-;_-@_-`;

/** Formats that a file gives by their number alone, as a French spreadsheet shows them: days and currency follow the country. */
const formats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '#,##0\\ "€"',
  6: '#,##0\\ "€"',
  7: '#,##0.00\\ "€"',
  8: '#,##0.00\\ "€"',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: dayMonthYear,
  15: "dd-mmm-yy",
  16: "dd-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "hh:mm",
  21: "hh:mm:ss",
  22: `${dayMonthYear} hh:mm`,
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  41: accounts("", ""),
  42: accounts('"€"', ""),
  43: accounts("", ".00"),
  44: accounts('"€"', ".00"),
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Returns a format that has no code in the file. (ECMA-376-1, 18.8.30) */
export function builtInFormat(number: number): string {
  return formats[number] ?? "General";
}
