import { parseIsoDate } from "../../cells";
import type { CivilDate } from "../../cells";
import type { Commune } from "../types";
import { cagbEntities } from "./cagb";

/** A commune and what became of it. */
export interface CommuneEntity extends Commune {
  /** INSEE code of the commune it merged into, or null. */
  readonly successorInsee: string | null;
  /** True where the SIREN was computed, not published: to be verified. */
  readonly sirenToVerify: boolean;
}

function date(text: string | null): CivilDate | null {
  if (text === null) return null;
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`Commune directory: « ${text} » is no date.`);
  return parsed;
}

/** Every entity of the directory, in order of INSEE code then of time. */
export const communeEntities: readonly CommuneEntity[] = cagbEntities.map(
  ([insee, name, siren, from, to, successorInsee, sirenOrigin]) => ({
    insee,
    name,
    siren,
    from: date(from),
    to: date(to),
    successorInsee,
    sirenToVerify: sirenOrigin === "computed",
  }),
);
