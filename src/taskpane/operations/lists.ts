import { communesCsv, encodeCsv, fileStart, mailingCsv, titreCsv, type CsvEncoding } from "../../documents";
import type { Statement } from "../../statement";
import { mayDraw } from "../state/state";
import type { SessionContext } from "./context";
import type { Snapshot } from "./snapshot";

/** The lists that `rebill` gives by `--csv`, `--csv-communes` and `--publipostage`. */
const listNames = ["titre", "communes", "publipostage"] as const;
export type ListName = (typeof listNames)[number];

/** A list as a file, or the first character that its encoding lacks. */
type ListMade =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly character: string };

/**
 * Returns the lists of what was billed, where it is what the documents in place say; none otherwise. A correction is claimed by lines of
 * its own: the lists of claims would claim the whole again.
 */
export function listsGiven({ snapshot, state }: SessionContext): readonly ListName[] {
  if (snapshot === null || !mayDraw(state)) return [];
  return snapshot.analyses?.rectification === undefined ? listNames : ["publipostage"];
}

/** Returns a list, byte for byte as `rebill` writes it; null where it is not given. */
export function makeList(context: SessionContext, list: ListName, encoding: CsvEncoding): ListMade | null {
  const { snapshot } = context;
  if (snapshot === null || !listsGiven(context).includes(list)) return null;
  const { statement } = snapshot.billing;
  const encoded = encodeCsv(writers[list](statement, snapshot), encoding);
  if (!encoded.ok) return { ok: false, character: encoded.error };
  return { ok: true, name: `${fileStart(statement.campaign)}_${list.toUpperCase()}.csv`, bytes: encoded.value };
}

const writers: Readonly<Record<ListName, (statement: Statement, snapshot: Snapshot) => string>> = {
  titre: titreCsv,
  communes: communesCsv,
  publipostage: (statement, { analyses }) => mailingCsv(statement, analyses?.comparison?.comparison ?? null),
};
