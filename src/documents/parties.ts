/** A party to the titre. Its SIRET is not in the deliberation: a candidate, always shown as to be confirmed. */
interface Party {
  readonly name: string;
  readonly siren: string;
  /** The SIREN's first establishment, whose key is right: nothing more is known of it. */
  readonly siretToConfirm: string;
}

export const creditor: Party = {
  name: "Ville de Besançon",
  siren: "212500565",
  siretToConfirm: "21250056500016",
};

export const debtor: Party = {
  name: "Communauté d’agglomération du Grand Besançon (CAGB)",
  siren: "242500361",
  siretToConfirm: "24250036100017",
};

/** « Ville de Besançon, SIREN 212 500 565, SIRET 212 500 565 00016 (à confirmer) », which no line cuts inside a number. */
export function partyLine({ name, siren, siretToConfirm }: Party): string {
  const siret = `SIRET ${grouped(siretToConfirm)} (à confirmer)`;
  return `${name}, ${unbroken(`SIREN ${grouped(siren)}`)}, ${unbroken(siret)}`;
}

/** The nine figures of a SIREN by three, then the five of the establishment. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, "$1 $2 $3 $4").trim();
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
