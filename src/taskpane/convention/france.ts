import { fold } from "../../cells";
import { communeKey } from "../../tariff";

/**
 * The EPCI of France and their communes, « 25056 5 Besançon », as the build writes them. Communes without an EPCI have
 * an empty name of EPCI; a dash is a SIREN that is not published.
 */
export type FranceData = readonly (readonly [epci: string, communes: readonly string[]])[];

/** A commune of France; its SIREN is blank when none is published. */
export interface FrenchCommune {
  readonly insee: string;
  readonly name: string;
  readonly siren: string;
}

/** A result of the search: a commune, or all those of an EPCI. */
export type Found =
  { readonly commune: FrenchCommune } | { readonly epci: string; readonly communes: readonly FrenchCommune[] };

/** The communes and the EPCI of France, by their names. */
export class France {
  private readonly communes: readonly { readonly key: string; readonly commune: FrenchCommune }[];
  private readonly epcis: readonly {
    readonly key: string;
    readonly name: string;
    readonly entries: readonly string[];
  }[];

  constructor(data: FranceData) {
    this.communes = data
      .flatMap(([, entries]) => entries.map(communeOf))
      .map((commune) => ({ key: communeKey(commune.name), commune }));
    this.epcis = data.flatMap(([name, entries]) => (name === "" ? [] : [{ key: fold(name), name, entries }]));
  }

  /** Returns the EPCI of a name, then communes whose name or INSEE code begins with it, then others that contain it. */
  search(text: string): Found[] {
    const [key, words] = [communeKey(text), fold(text)];
    if (key === "") return [];
    const epcis = this.epcis
      .filter((epci) => epci.key.includes(words))
      .map(({ name, entries }): Found => ({ epci: name, communes: entries.map(communeOf) }));
    const isFirst = (one: (typeof this.communes)[number]) =>
      one.key.startsWith(key) || one.commune.insee.startsWith(text.trim().toUpperCase());
    const found = this.communes.filter((one) => isFirst(one) || one.key.includes(key));
    const order = (one: (typeof found)[number]) => `${isFirst(one) ? 0 : 1}${one.key}`;
    return [...epcis, ...found.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ commune }) => ({ commune }))];
  }
}

function communeOf(entry: string): FrenchCommune {
  const [, insee = "", siren = "", name = ""] = /^(\S+) (\S+) (.+)$/.exec(entry) ?? [];
  const made = `21${insee.slice(0, 2)}0${insee.slice(2)}${siren}`;
  return { insee, name, siren: siren === "-" ? "" : siren.length === 1 ? made : siren };
}
