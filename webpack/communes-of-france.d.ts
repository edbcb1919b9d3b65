import type { FranceData } from "../src/taskpane/convention/france";

/** The lists of `@etalab/decoupage-administratif`, as far as they are read. */
interface Epci {
  readonly nom: string;
  readonly membres: readonly { readonly code: string; readonly nom: string }[];
}
interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly siren?: string;
}

export function communesOfFrance(epcis: readonly Epci[], communes: readonly Commune[]): FranceData;
