/** Returns whether a text is an INSEE code of a commune. */
export function isInsee(text: string): boolean {
  return /^\d[\dAB]\d{3}$/.test(text);
}

/** Returns whether a text is a SIREN: nine digits, the last of which is a check digit. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && hasLuhnKey(text);
}

/** Returns whether a text is a SIRET: fourteen digits, the last of which is a check digit. */
export function isSiret(text: string): boolean {
  return /^\d{14}$/.test(text) && hasLuhnKey(text);
}

/** Returns whether digits pass the Luhn check: their sum, every other digit doubled, is a multiple of ten. */
function hasLuhnKey(figures: string): boolean {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const counted = Number(figure) * (index % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
