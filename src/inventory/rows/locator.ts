import { cellName, remembered } from "../../cells";
import type { Commune, CommuneDirectory, CommuneMatch } from "../../tariff";
import { columnOf } from "../column";
import { placeIn } from "../table";
import { Communes } from "./communes";
import { NameColumn } from "./name-column";
import type { TableReader } from "./table-reader";
import { nameAt } from "../texts/values";

/** The commune and the school of a row. */
export interface Place {
  readonly commune: Commune;
  readonly school: string;
  /** The cell of the school. */
  readonly row: number;
  readonly column: number;
}

/**
 * Which blank names take the value above: none in lists of machines or pupils; schools only in rows of prestations or
 * levels.
 */
export type FilledNames = "none" | "communes" | "communes-and-schools";

/** Finds the commune and the school of each row of a table. */
export class Locator {
  readonly communes: Communes;
  /** The columns whose text may be the label of a total. */
  readonly nameIndexes: readonly number[];
  private readonly school: NameColumn | null;
  private readonly paths: PathSchools;
  private hasReportedNoSchool = false;

  constructor(
    private readonly reader: TableReader,
    fills: FilledNames,
  ) {
    const { table } = reader;
    const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")];
    const filledAs = fills === "communes-and-schools" ? "schools" : "none";
    this.school = school === null ? null : new NameColumn(table, school.index, filledAs, commune?.index ?? null);
    this.communes = new Communes(reader, fills !== "none", this.school);
    this.paths = new PathSchools(reader.context.directory);
    this.nameIndexes = (["commune", "school", "entity", "location", "label"] as const).flatMap(
      (kind) => columnOf(table, kind)?.index ?? [],
    );
  }

  get communeIndex(): number | null {
    return this.communes.column?.index ?? null;
  }

  get schoolIndex(): number | null {
    return this.school?.index ?? null;
  }

  /** Ends the current block at a blank row or a total; a name alone above a blank row still heads the rows below. */
  endBlock(isBlank: boolean): void {
    this.communes.endBlock(isBlank);
    this.school?.endBlock(isBlank);
  }

  /** Returns whether the school of a row is in a merged cell. */
  isMerged(row: number): boolean {
    return this.school?.isMerged(row) ?? false;
  }

  /** Returns whether schools are written with their communes, except in this row. */
  lacksItsCommune(row: number): boolean {
    const { column, written } = this.communes;
    return column === null && written.areUsual && written.at(row) === null;
  }

  /** Returns the name in a row, of its school or else of its commune; null when it has none. */
  nameAt(row: number): string | null {
    const { sheet } = this.reader.table;
    return nameAt(sheet, row, this.schoolIndex) ?? nameAt(sheet, row, this.communeIndex);
  }

  /** Skips a row that is not read, but whose names may apply to the rows below. */
  pass(row: number): void {
    this.communes.pass(row);
    this.school?.read(row);
  }

  /** Returns the commune and the school of a row; null when an error is reported. */
  place(row: number): Place | null {
    // In a turned table, a column without a name may not be a school.
    if (this.reader.table.turned && this.school?.read(row) === null) {
      this.reader.report("error", "untitled-column", row, this.school.index, { header: this.nameOfColumn(row) });
      return null;
    }
    const commune = this.communes.of(row);
    if (this.school === null) return commune === null ? null : this.schoolElsewhere(row, commune);
    const named = this.school.read(row);
    if (named === null) {
      this.reader.reportMissing("missing-school", row, this.school.index);
      return null;
    }
    if (commune === null) return null;
    const school = this.communes.schoolIn(named.text, row);
    return { commune, school, row: named.row, column: this.school.index };
  }

  private nameOfColumn(row: number): string {
    const place = placeIn(this.reader.table, row, this.school!.index);
    return cellName(place.row, place.column);
  }

  /**
   * Returns the school of a row without a school column: that of the whole sheet, or in a GLPI path of the entity or
   * the location; null when an error is reported.
   */
  private schoolElsewhere(row: number, commune: Commune): Place | null {
    const { reader, communes } = this;
    const { sheetSchool, bodyTop, left } = reader.table;
    if (sheetSchool !== null) return { ...sheetSchool, commune, school: sheetSchool.text };
    const { entity, location, isChosen } = communes;
    for (const column of [entity, location]) {
      const text = nameAt(reader.table.sheet, row, column?.index ?? null);
      const school = text === null ? null : this.paths.read(text, commune, column === location, isChosen);
      if (school !== null) return { commune, school, row, column: column!.index };
    }
    const holder = location ?? entity;
    if (holder !== null) reader.reportMissing("missing-school", row, holder.index);
    else {
      if (!this.hasReportedNoSchool) reader.report("error", "no-school-column", bodyTop - 1, left);
      this.hasReportedNoSchool = true;
      reader.fail(row);
    }
    return null;
  }
}

/** Finds the school in a GLPI path: the level below the commune; in a location without any commune, the first level. */
class PathSchools {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly directory: CommuneDirectory) {}

  /**
   * Returns the school that a path names in a commune, or null. `isChosen`: the user chose the commune, because the
   * path does not name it exactly.
   */
  read(path: string, commune: Commune, isLocation: boolean, isChosen: boolean): string | null {
    return remembered(this.known, JSON.stringify([isLocation, isChosen, commune.insee, path]), () => {
      const levels = path
        .split(">")
        .map((level) => level.trim())
        .filter((level) => level !== "");
      const communes = levels.map((level) => this.directory.find(level));
      const named = communes.findIndex((match) => match.kind === "found" && match.commune.insee === commune.insee);
      const at = named < 0 && isChosen ? communes.findLastIndex(isMissed) : named;
      if (at >= 0) return levels[at + 1] ?? null;
      return isLocation && !communes.some(({ kind }) => kind === "found") ? (levels[0] ?? null) : null;
    });
  }
}

/** Returns whether a text nearly names a commune, or names one of another period. */
function isMissed(match: CommuneMatch): boolean {
  return match.kind === "outside" || (match.kind === "unknown" && match.suggestion !== null);
}
