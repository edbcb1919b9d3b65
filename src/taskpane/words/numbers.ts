import type { Amount } from "../session/preview-types";

const minus = "\u2212";
/** Where nothing is due. */
const nothing = "–";

/** Numbers in the style of the user's Excel, since the pane stands beside its cells. */
export interface Numbers {
  /** Exact euros from their digits: `1 011,05 €`; a dash where the amount is zero and `orDash` asks for it. */
  euros(amount: Amount, orDash?: boolean): string;
  /** With its sign, `+36,86 €`; zero has none. */
  difference(amount: Amount): string;
  integer(value: number): string;
  /** A sum of cells, as Excel's status bar shows it, `1 212`. */
  sum(amount: Amount): string;
  /** As one types it in a cell, `1011,05`. */
  decimal(amount: Amount): string;
}

/** `locale`: a BCP 47 tag such as `fr-FR`. */
export function createNumbers(locale: string): Numbers {
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const signed = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", signDisplay: "exceptZero" });
  const typed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: false });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const summed = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  return {
    euros: (amount, orDash = false) =>
      orDash && isZero(amount) ? nothing : withTrueMinus(money.formatToParts(exact(amount))),
    difference: (amount) => withTrueMinus(signed.formatToParts(exact(amount))),
    decimal: (amount) => typed.format(exact(amount)),
    sum: (amount) => withTrueMinus(summed.formatToParts(exact(amount))),
    integer: (value) => withTrueMinus(whole.formatToParts(value)),
  };
}

/** Digits given as such are formatted as such: the type of the library does not say so yet. */
function exact(amount: Amount): number {
  return amount as unknown as number;
}

function isZero(amount: Amount): boolean {
  return /^-?0+(\.0+)?$/.test(amount);
}

function withTrueMinus(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map(({ type, value }) => (type === "minusSign" ? minus : value)).join("");
}
