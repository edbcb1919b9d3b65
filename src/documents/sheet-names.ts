import type { Campaign } from "../tariff";
import { sayIn } from "./kit/say";
import { documents, type DocumentId } from "./registry";

/**
 * Returns the name of the sheet of a document in a campaign, before names are made unique: « Titre CAGB »; « Titres »
 * when the creditor issues one to each member.
 */
export function documentName(id: DocumentId, campaign: Campaign): string {
  return id === "titre" && campaign.convention.debtor === null ? "Titres" : sayIn(campaign)(documents[id].name);
}

/** A sheet by its key and its name, wanted or present. */
export interface KeyedName {
  readonly key: string;
  readonly name: string;
}

const longest = 31;
/** Names that Excel reserves, in English and in French. */
const reserved = new Set(["history", "historique"]);

/**
 * Returns the name of each generated sheet, by key, under Excel's rules (31 characters, none of `[]:*?/\`, no
 * apostrophe at either end, uniqueness in any case, reserved names). A generated sheet that exists keeps its name, so
 * that formulas that refer to it survive; when a user's sheet has the name, the generated one takes « (2) ». (decisions
 * §7)
 */
export function nameSheets(
  wanted: readonly KeyedName[],
  userNames: readonly string[],
  own: readonly KeyedName[],
): ReadonlyMap<string, string> {
  const taken = new Set(userNames.map(comparable));
  const names = new Map<string, string>();
  const take = (key: string, name: string) => {
    names.set(key, name);
    taken.add(comparable(name));
  };
  const present = new Map(own.map(({ key, name }) => [key, name]));
  for (const { key } of wanted) {
    const name = present.get(key);
    if (name !== undefined && !names.has(key) && !taken.has(comparable(name))) take(key, name);
  }
  // A generated sheet about to be deleted still exists while the new ones are written.
  for (const { name } of own) taken.add(comparable(name));
  for (const { key, name } of wanted) if (!names.has(key)) take(key, freeName(validName(name), taken));
  return names;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(comparable(candidate)) || reserved.has(comparable(candidate)); number++) {
    const suffix = ` (${number})`;
    candidate = cut(name, longest - suffix.length) + suffix;
  }
  return candidate;
}

/** Returns the nearest name that Excel accepts, without regard to uniqueness. */
function validName(name: string): string {
  const clean = name.replace(/[[\]:*?/\\]/g, "-").replace(/\p{Cc}/gu, " ");
  const short = trimEnds(cut(trimEnds(clean), longest));
  return short === "" ? "Feuille" : short;
}

function trimEnds(name: string): string {
  return name.replace(/^[\s']+|[\s']+$/g, "");
}

/** Cuts a name to at most `length` UTF-16 units, never within a character. */
function cut(name: string, length: number): string {
  const short = name.slice(0, length);
  return (/[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short).trimEnd();
}

function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
