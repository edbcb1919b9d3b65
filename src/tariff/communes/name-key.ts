import { fold } from "../../cells";

const prefix = /^(?:commune|ville|mairie) (?:des|de|du|d) /;
const department = /\s*\(\s*(?:25|doubs)\s*\)\s*/gi;
/** « Vèze (La) », « Vèze, La », « Vèze La ». */
const articleAtEnd = /^(.+?) ?(?:\((la|le|les|l)\s?\)|, ?(la|le|les|l)| (la|le|les|l))$/;
const articleInFront = /^(?:la|le|les|l) (?=.)/;

/** The name as it is compared, without its department and what is put before a commune's name, its article in place. */
function bareName(text: string): string {
  const name = fold(text.replace(department, " ")).replace(prefix, "");
  const moved = articleAtEnd.exec(name);
  if (moved === null) return name;
  return `${moved[2] ?? moved[3] ?? moved[4]!} ${moved[1]!}`;
}

function withoutSpaces(name: string): string {
  return name
    .replace(/\b(st|ste)\b\.? ?/g, (_whole, saint: string) => (saint === "st" ? "saint " : "sainte "))
    .replace(/ (?:lez|les) /g, " les ")
    .replaceAll(" ", "");
}

/**
 * What two writings of one commune's name have in common: case, accents, hyphens, apostrophes and spacing are ignored,
 * St is Saint, lez is lès, the article may be moved or missing, and « commune de », « ville de », « mairie de » and the
 * department in brackets are dropped. Nothing looser. (decisions §2)
 */
export function communeKey(text: string): string {
  return withoutSpaces(bareName(text).replace(articleInFront, ""));
}

/**
 * Every key under which a commune of the directory is known: without its article, and with it stuck to the name
 * (« LaVèze »), since spacing is ignored.
 */
export function communeKeys(name: string): readonly string[] {
  return [...new Set([communeKey(name), withoutSpaces(bareName(name))])];
}
