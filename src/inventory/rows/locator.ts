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
  /** Where the school is written. */
  readonly row: number;
  readonly column: number;
}

/** Which blank names are filled down: none in lists of machines or pupils, those of schools only above items or levels. */
export type FilledNames = "none" | "communes" | "communes-and-schools";

/** Tells the commune and the school of each row of a table. */
export class Locator {
  readonly communes: Communes;
  /** Columns whose text may head a total row. */
  readonly nameIndexes: readonly number[];
  private readonly school: NameColumn | null;
  private readonly paths: PathSchools;
  private noSchoolTold = false;

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

  /** Ends the block at a blank row or a total; what stands alone above a blank row still heads what is below it. */
  endBlock(isBlank: boolean): void {
    this.communes.endBlock(isBlank);
    this.school?.endBlock(isBlank);
  }

  /** Returns whether a row's school is written in a cell merged with others. */
  isMerged(row: number): boolean {
    return this.school?.isMerged(row) ?? false;
  }

  /** Returns whether schools are written with their communes, and this row's is not. */
  lacksItsCommune(row: number): boolean {
    const { column, written } = this.communes;
    return column === null && written.areUsual && written.at(row) === null;
  }

  /** Returns the name that a row bears: its school's, or its commune's; null if it bears none. */
  nameAt(row: number): string | null {
    const { sheet } = this.reader.table;
    return nameAt(sheet, row, this.schoolIndex) ?? nameAt(sheet, row, this.communeIndex);
  }

  /** Passes over a row that is not read: it may name the block that goes on below it. */
  pass(row: number): void {
    this.communes.pass(row);
    this.school?.read(row);
  }

  /** Returns the commune and the school of a row; null with its error told. */
  place(row: number): Place | null {
    // Over a column without a name, a school across is not known to be one.
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

  /** Returns the school of the whole sheet, or of a GLPI path in the entity or the location; null with its error reported. */
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
      if (!this.noSchoolTold) reader.report("error", "no-school-column", bodyTop - 1, left);
      this.noSchoolTold = true;
      reader.fail(row);
    }
    return null;
  }
}

/** Tells the school in a GLPI path: the level below the commune; in a location without any commune, its first level. */
class PathSchools {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly directory: CommuneDirectory) {}

  /** Returns the school that a path names inside a commune, or null. `isChosen`: the path does not name that commune as it is. */
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

/** Returns whether a text names a commune without being one: nearly, or at another date. */
function isMissed(match: CommuneMatch): boolean {
  return match.kind === "outside" || (match.kind === "unknown" && match.suggestion !== null);
}
