import type { SettingsCode } from "../../messages";
import { isParticular, signatoryRows, type MissingParticular, type ParticularName } from "../../options";
import { hyphened, type Hyphened } from "./words";

/** The codes of the names of what is asked about the signatory. */
export const signatoryLabels = {
  name: "pane-settings-name",
  title: "pane-settings-post",
  delegation: "pane-settings-delegation",
} as const;

/** Returns the code of a particular's name. */
export function labelOf<Name extends ParticularName>(name: Name): `pane-particular-${Hyphened<Name>}` {
  return `pane-particular-${hyphened(name)}`;
}

/** Returns the code of the name of what documents leave as dots. */
export function labelOfMissing({ name }: MissingParticular): SettingsCode {
  return isParticular(name) ? labelOf(name) : signatoryLabels[signatoryRows[name]];
}
