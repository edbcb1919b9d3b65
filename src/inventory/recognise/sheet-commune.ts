import type { SheetCells } from "../../cells";
import { fold } from "../../cells";
import { besanconInsee } from "../../tariff";
import type { Commune, CommuneDirectory, CommuneMatch } from "../../tariff";
import type { SheetCommune } from "../table";
import type { Context } from "./context";

/** The commune that a title names, what follows a dash, a comma or a date set apart: « Commune : X – situation au… ». */
function findIn(title: string, directory: CommuneDirectory): CommuneMatch {
  const whole = directory.find(title);
  if (whole.kind !== "unknown") return whole;
  const named = title.replace(/^\s*(commune|mairie|ville)\s*:\s*/i, "");
  const bare = directory.find(named);
  if (bare.kind !== "unknown") return bare;
  const short = directory.find(named.split(/\s[-–—]\s|[,;:(]| au /)[0]!);
  return short.kind === "unknown" ? whole : short;
}

/**
 * The commune of a table that has no commune column: the sheet's name, else a title « Commune de X », else another title
 * that is a commune. « Ville de Besançon » in the letterhead of another commune's sheet is the author, not the commune.
 */
export function sheetCommune(sheet: SheetCells, context: Context, directory: CommuneDirectory): SheetCommune {
  const nearestFirst = [...context.titles].reverse();
  const declared = nearestFirst.find((title) => /^(commune|mairie)( d| ?:)/.test(fold(title.text)));
  const byTitle = declared === undefined ? null : findIn(declared.text, directory);
  const byName = findIn(sheet.name.replace(/\s*\(\d+\)$|[\s_-]+20\d\d$/, ""), directory);
  if (declared !== undefined && byTitle !== null && byTitle.kind !== "unknown")
    return {
      commune: byTitle.kind === "found" ? byTitle.commune : null,
      from: "title",
      text: declared.text,
      cell: declared,
      ...(isAnother(byName, byTitle) && { other: byName.commune }),
    };
  if (byName.kind !== "unknown")
    return { commune: byName.kind === "found" ? byName.commune : null, from: "sheet", text: sheet.name, cell: null };
  const plain = nearestFirst.find((title) => directory.find(title.text).kind === "found");
  if (declared === undefined && plain !== undefined) {
    const match = directory.find(plain.text);
    return { commune: match.kind === "found" ? match.commune : null, from: "title", text: plain.text, cell: plain };
  }
  if (declared !== undefined) return { commune: null, from: "title", text: declared.text, cell: declared };
  const ofSchools = communeOfSchools(context, directory);
  if (ofSchools !== null) return ofSchools;
  return { commune: null, from: "none", text: sheet.name, cell: null };
}

/** A sheet copied from that of another commune, its title left as it was. Besançon, which runs the service, may keep the sheets of all. */
function isAnother(byName: CommuneMatch, byTitle: CommuneMatch): byName is CommuneMatch & { kind: "found" } {
  if (byName.kind !== "found" || byTitle.kind !== "found" || byName.commune.insee === byTitle.commune.insee)
    return false;
  return byName.commune.insee !== besanconInsee;
}

/** What a title speaks of that is a commune's: « École élémentaire de Franois », « Inventaire des écoles de Franois ». */
const schools = /\b(?:ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?)\b/;

/** The commune after « de » in a title of schools, what a dash, a comma or a date sets apart looked at by itself. */
function communeAfter(title: string, directory: CommuneDirectory): Commune | null {
  for (const part of title.split(/\s[-–—]\s|[,;:(]| au /)) {
    const folded = fold(part);
    const at = schools.exec(folded);
    if (at === null) continue;
    // What is left after the first « de » is the commune whole, or it may be several.
    const said = /\b(?:de|du|des|d) (?:la (?:commune|ville) (?:de |du |des |d )?)?(.+)$/.exec(
      folded.slice(at.index + at[0].length),
    );
    const match = said === null ? null : directory.find(said[1]!);
    if (match?.kind === "found") return match.commune;
  }
  return null;
}

/** The one commune whose schools the titles name; null where they name none, or two. The rows' own word goes before. */
function communeOfSchools({ titles }: Context, directory: CommuneDirectory): SheetCommune | null {
  const found = titles.flatMap((title) => {
    const commune = communeAfter(title.text, directory);
    return commune === null ? [] : [{ title, commune }];
  });
  const first = found[0];
  if (first === undefined || found.some(({ commune }) => commune !== first.commune)) return null;
  return { commune: first.commune, from: "title", text: first.title.text, cell: first.title, isWeak: true };
}
