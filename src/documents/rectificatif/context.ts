import type { Rectification } from "../../statement";
import type { Place } from "../cells";
import type { KeyedName } from "../names";

/** What a rectificatif needs beside it. */
export interface RectificationContext {
  readonly rectification: Rectification;
  /** The issued workbook's name, and when its documents were generated. */
  readonly file: string;
  readonly when: string;
  /** The corrected documents, to which it leads; none where the workbook has none. */
  readonly titre: { readonly name: string; readonly cells: { readonly total: Place } } | null;
  readonly fiches: ReadonlyMap<string, KeyedName["name"]>;
}
