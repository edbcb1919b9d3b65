import type { Commune, CommuneDirectory, CommuneMatch } from "../../tariff";
import { isOfOneCommune } from "../table";
import { endingCommune, splitCommune, type CommuneAndSchool } from "../words/names";
import { nameOf } from "./name-column";
import type { TableReading } from "./table-reader";

/** Communes that are written with the schools, in one cell: « Pirey – École maternelle ». (decisions §4) */
export class WrittenCommunes {
  /** The whole sheet is of one commune. */
  readonly isOfOneCommune: boolean;
  private areUsualNow: boolean | null = null;

  constructor(
    private readonly reading: TableReading,
    private readonly schoolIndex: number | null,
  ) {
    this.isOfOneCommune = isOfOneCommune(reading.table.sheetCommune);
  }

  /** A commune, and a school that is not itself one; null where a row has none, or where the sheet is of one commune. */
  at(row: number): CommuneAndSchool | null {
    return this.isOfOneCommune && !this.areUsual ? null : this.split(row);
  }

  /** The commune written on a row, as `find` settles its text; null, with its error told, where the school is a commune too. */
  commune(
    row: number,
    { commune, school }: CommuneAndSchool,
    find: (text: string, column: number) => Commune | null,
  ): Commune | null {
    const column = this.schoolIndex!;
    if (this.reading.tools.directory.find(school).kind === "unknown") return find(commune, column);
    return this.chosen(row, commune, school);
  }

  /**
   * On a sheet of one commune, another one written with a school, alone: nobody knows which is meant. The one that is chosen,
   * or null with the error told; null at all where a row writes none.
   */
  otherThan(row: number): { readonly chosen: Commune | null } | null {
    const split = this.isOfOneCommune ? this.split(row) : null;
    if (split === null) return null;
    const match = this.reading.tools.directory.find(split.commune);
    const own = this.reading.table.sheetCommune!.commune!;
    if (match.kind !== "found" || match.commune.insee === own.insee) return null;
    return { chosen: this.chosen(row, own.name, match.commune.name) };
  }

  /** The same of a school whose name ends with another commune than that which is filled down to it: « Groupe scolaire de Franois ». */
  otherEnding(row: number, above: Commune): { readonly chosen: Commune | null } | null {
    const { directory } = this.reading.tools;
    const text = this.nameAt(row);
    const name = text === null ? null : endingCommune(text, directory);
    const match = name === null ? null : directory.find(name);
    if (match?.kind !== "found" || match.commune.insee === above.insee) return null;
    return { chosen: this.chosen(row, above.name, match.commune.name) };
  }

  private chosen(row: number, commune: string, other: string): Commune | null {
    const column = this.schoolIndex!;
    const value = nameOf(this.reading.cell(row, column))!;
    const chosen = this.reading.chosenCommune(value, row, column);
    if (chosen === null) this.reading.report("error", "two-communes", row, column, { commune, other, value });
    return chosen;
  }

  private split(row: number): CommuneAndSchool | null {
    const text = this.nameAt(row);
    return text === null ? null : splitCommune(text, this.reading.tools.directory);
  }

  /** Half of the schools at least are written with their commune: « VILLE DE BESANÇON », above, is who wrote the sheet. */
  get areUsual(): boolean {
    if (this.areUsualNow !== null) return this.areUsualNow;
    let written = 0;
    let named = 0;
    for (let row = this.reading.table.bodyTop; row <= this.reading.table.bodyBottom; row += 1) {
      if (this.nameAt(row) === null) continue;
      named += 1;
      if (this.split(row) !== null) written += 1;
    }
    return (this.areUsualNow = written > 1 && written * 2 >= named);
  }

  private nameAt(row: number): string | null {
    return this.schoolIndex === null ? null : nameOf(this.reading.cell(row, this.schoolIndex));
  }
}

/** The commune found, else the one chosen for the cell, else null with the error told at the cell. (decisions §2) */
export function settleCommune(
  reading: TableReading,
  match: CommuneMatch,
  text: string,
  row: number,
  column: number,
): Commune | null {
  if (match.kind === "found") return match.commune;
  const chosen = reading.chosenCommune(text, row, column);
  if (chosen !== null) return chosen;
  const campaign = reading.tools.campaign.year;
  if (match.kind === "unknown") {
    const suggestion = match.suggestion?.name ?? "";
    reading.report("error", "unknown-commune", row, column, { commune: text.trim(), suggestion, campaign });
    return null;
  }
  const { name, from } = match.commune;
  const value = text.trim();
  if (from !== null && from.year > campaign - 1)
    reading.report("error", "commune-not-yet", row, column, { commune: name, value, since: from.year, campaign });
  else
    reading.report("error", "commune-no-longer", row, column, {
      commune: name,
      value,
      successor: match.successor?.name ?? "",
      campaign,
    });
  return null;
}

/** Tells the school in a GLPI path: the level below the commune; in a location without any commune, its first level. */
export class PathSchools {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly directory: CommuneDirectory) {}

  /** The school that a path names inside a commune, or null. `isChosen`: the path does not name that commune as it is. */
  read(path: string, commune: Commune, isLocation: boolean, isChosen: boolean): string | null {
    const key = `${isLocation ? "l" : "e"}|${isChosen ? "c" : "f"}|${commune.insee}|${path}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const levels = path
      .split(">")
      .map((level) => level.trim())
      .filter((level) => level !== "");
    const communes = levels.map((level) => this.directory.find(level));
    const named = communes.findIndex((match) => match.kind === "found" && match.commune.insee === commune.insee);
    const at = named < 0 && isChosen ? communes.findLastIndex(isMissed) : named;
    const elsewhere = communes.some((match) => match.kind === "found");
    const first = isLocation && !elsewhere ? (levels[0] ?? null) : null;
    const school = at >= 0 ? (levels[at + 1] ?? null) : first;
    this.known.set(key, school);
    return school;
  }
}

/** What names a commune without being one: nearly, or at another date. */
function isMissed(match: CommuneMatch): boolean {
  return match.kind === "outside" || (match.kind === "unknown" && match.suggestion !== null);
}
