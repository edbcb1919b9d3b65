import { agree, communeNamed, type Commune, type CommuneMatch } from "../../tariff";
import { columnOf, type Column } from "../column";
import { placeIn, type Written } from "../table";
import { textsDown } from "../tables/column-statistics";
import { NameColumn, WrittenCommunes } from "./name-column";
import type { TableReader } from "./table-reader";
import { endingCommune, isSection, loneText, schoolKey } from "../texts/school-names";
import { nameAt } from "../texts/values";

/** Returns the commune of a row; null when an error is reported; undefined when this source does not apply. */
type CommuneSource = (row: number) => Commune | null | undefined;

/**
 * The communes of the rows of a table: from a column of names, paths or codes, else a name above, the cell of the
 * school, or the sheet. (decisions §4)
 */
export class Communes {
  readonly column: NameColumn | null;
  readonly entity: Column | null;
  readonly location: Column | null;
  /** In a table without a commune column, the columns where communes are alone in rows above their schools. */
  readonly headColumns: ReadonlySet<number>;
  readonly written: WrittenCommunes;
  /** Whether the last row's commune was chosen by the user, because its path does not name it. */
  isChosen = false;
  private readonly insee: Column | null;
  private readonly sources: readonly CommuneSource[];
  private head: Written | null = null;
  private last: { text: string; match: CommuneMatch } | null = null;
  /** Rows whose commune already has an error, which the rows below do not report again. */
  private readonly reported = new Set<number>();
  /** The commune given by the sheet, once read: its error is reported once, not at each row. */
  private ofSheet: Commune | null | undefined;
  /** Whether its schools end with the names of several communes, once read. */
  private severalNamed: boolean | undefined;

  constructor(
    private readonly reader: TableReader,
    isFilled: boolean,
    private readonly school: NameColumn | null,
  ) {
    const { table } = reader;
    const commune = columnOf(table, "commune");
    this.column =
      commune === null
        ? null
        : new NameColumn(table, commune.index, isFilled ? "communes" : "none", null, (text, row) =>
            this.isNamedElsewhere(text, row),
          );
    [this.entity, this.location] = [columnOf(table, "entity"), columnOf(table, "location")];
    this.insee = columnOf(table, "insee");
    this.written = new WrittenCommunes(reader, school?.index ?? null);
    this.headColumns = this.hasColumn ? new Set() : columnsOfHeads(reader, school?.index ?? null);
    this.sources = this.sourcesInOrder();
  }

  private sourcesInOrder(): CommuneSource[] {
    const { column, entity, location, insee } = this;
    if (column !== null) return [(row) => this.fromColumn(row, column)];
    const paths = [entity, location].filter((path) => path !== null);
    if (paths.length > 0) return paths.map((path) => (row) => this.fromPath(row, path));
    if (insee !== null) return [(row) => this.fromCode(row, insee)];
    return [
      (row) => this.fromHead(row),
      (row) => this.written.commune(row, (text, at) => this.resolve(row, { text, row, column: at })),
      (row) =>
        this.written.isOfOneCommune ? this.written.otherThan(row, this.reader.table.sheetCommune!.commune!) : undefined,
      (row) => (this.headColumns.size === 0 || this.written.isOfOneCommune ? this.fromSheet(row) : undefined),
      (row) => this.missing(row, this.school?.index ?? this.reader.table.left),
    ];
  }

  /** Returns the commune of a row; null when an error is reported. */
  of(row: number): Commune | null {
    for (const source of this.sources) {
      const commune = source(row);
      if (commune !== undefined) return commune;
    }
    return null;
  }

  /** Whether a column gives the communes, as names, paths or codes. */
  get hasColumn(): boolean {
    return this.column !== null || this.entity !== null || this.location !== null || this.insee !== null;
  }

  /**
   * Returns the name of a school, without its commune when both are in the same cell and the commune is nowhere else.
   */
  schoolIn(text: string, row: number): string {
    const isAlone = !this.hasColumn && (this.head === null || this.written.areUsual);
    return (isAlone ? this.written.at(row)?.school : undefined) ?? text;
  }

  /** Ends the current block at a blank row or a total; a name alone above a blank row still heads the rows below. */
  endBlock(isBlank: boolean): void {
    this.column?.endBlock(isBlank);
    if (!isBlank) this.head = null;
  }

  /**
   * Makes a text alone in its row the heading of the rows below; if it is not a commune, the first row that needs it
   * reports an error.
   */
  heads(text: string, row: number, column: number): void {
    if (isSection(text, this.reader.context.directory.find(text))) return;
    this.column?.head(text, row);
    this.head = { text, row, column };
  }

  /** Skips a row that is not read, but whose name may apply to the rows below. */
  pass(row: number): void {
    const named = this.column?.read(row) ?? null;
    if (named !== null) this.enter(named.text);
  }

  /**
   * Returns the match of a text in the commune column; a text that differs from the one above ends the school's block.
   */
  private enter(text: string): CommuneMatch {
    if (this.last?.text !== text) {
      this.school?.endBlock();
      this.last = { text, match: this.reader.context.directory.find(text) };
    }
    return this.last.match;
  }

  /**
   * Returns the commune alone above a row, unless the school of the row is written with another: then the user's choice,
   * or null when an error is reported; undefined when no commune heads the row.
   */
  private fromHead(row: number): Commune | null | undefined {
    // When schools are written with their communes, a commune alone in a row is a sum, not a heading.
    if (this.head === null || this.written.areUsual) return undefined;
    const commune = this.resolve(row, this.head);
    const other = commune === null ? undefined : this.written.otherThan(row, commune);
    return other === undefined ? commune : other;
  }

  private textIn(row: number, column: Column | null): string | null {
    return nameAt(this.reader.table.sheet, row, column?.index ?? null);
  }

  /** Returns whether a headcount of another sheet has the school of a row in a commune. */
  private isNamedElsewhere(text: string, row: number): boolean {
    const { directory, namedSchools } = this.reader.context;
    const { sheet } = this.reader.table;
    const commune = communeNamed(text, directory);
    const school = nameAt(sheet, row, this.school?.index ?? null);
    return (
      commune !== null && school !== null && namedSchools.has(schoolKey(commune, school), this.reader.table.on.sheet)
    );
  }

  /**
   * Returns the commune that a text names, or that the user chose; null when an error is reported, once for the rows
   * below it.
   */
  private resolve(row: number, { text, row: at, column }: Written, match?: CommuneMatch): Commune | null {
    const { reader, reported } = this;
    const found = match ?? reader.context.directory.find(text);
    const commune = found.kind === "found" ? found.commune : reader.chosenCommune(text, at, column);
    if (commune !== null) return commune;
    if (found.kind === "outside" && reader.leavesWithout(row, found, at, column)) return null;
    reader.fail(row);
    if (at !== row && reported.has(at)) return null;
    reported.add(at);
    return reader.resolveCommune(found, text, at, column);
  }

  /**
   * Returns the commune of the column, if the INSEE code beside it agrees, otherwise the user's choice; null when an
   * error is reported.
   */
  private fromColumn(row: number, column: NameColumn): Commune | null {
    const { reader, insee } = this;
    const named = column.read(row);
    const code = this.textIn(row, insee);
    if (named === null)
      return column.cell(row) === null && code !== null ? this.fromCode(row, insee!) : this.missing(row, column.index);
    const commune = this.resolve(
      row,
      { text: named.text, row: named.row, column: column.index },
      this.enter(named.text),
    );
    if (commune === null) return null;
    const other = named.row === row || column.isMerged(row) ? undefined : this.written.otherNamed(row, commune);
    if (other !== undefined) return other;
    if (code === null || agree(commune, code)) return commune;
    const params = { commune: commune.name, insee: code, expected: commune.insee };
    return reader.askCommune("insee-disagrees", code, row, insee!.index, params);
  }

  /**
   * Returns the commune of an entity or a location; null when an error is reported, undefined when the location must
   * give it.
   */
  private fromPath(row: number, column: Column): Commune | null | undefined {
    const { directory } = this.reader.context;
    const isLast = column === this.location || this.location === null;
    const text = this.textIn(row, column);
    if (text === null) return isLast ? this.missing(row, column.index) : undefined;
    const match = directory.find(text);
    const there = isLast ? null : this.textIn(row, this.location);
    const isGeneral = match.kind === "unknown" && match.suggestion === null;
    if (isGeneral && there !== null && communeNamed(there, directory) !== null) return undefined;
    const commune = this.reader.resolveCommune(match, text, row, column.index);
    this.isChosen = match.kind !== "found";
    return commune === null || there === null ? commune : this.withLocation(row, there, commune);
  }

  /**
   * Returns the commune of a row's entity, unless its location is in another; then the user's choice, or null when an
   * error is reported.
   */
  private withLocation(row: number, location: string, commune: Commune): Commune | null {
    if (!location.includes(">")) return commune;
    const there = communeNamed(location.split(">")[0]!.trim(), this.reader.context.directory);
    if (there === null || there.insee === commune.insee) return commune;
    const params = { location, commune: commune.name, other: there.name };
    return this.reader.askCommune("location-disagrees", location, row, this.location!.index, params);
  }

  private fromCode(row: number, insee: Column): Commune | null {
    const code = this.textIn(row, insee);
    if (code === null) return this.missing(row, insee.index);
    const match = this.reader.context.directory.findByInsee(code.trim());
    return this.reader.resolveCommune(match, code, row, insee.index);
  }

  /** Returns the commune that the user chose for a cell without one; null when an error is reported. */
  private missing(row: number, column: number): Commune | null {
    const chosen = this.reader.chosenCommune("", row, column);
    if (chosen === null) this.reader.reportMissing("missing-commune", row, column);
    return chosen;
  }

  /** Returns the commune of the sheet; null when an error is reported, once, or for each school when they name several. */
  private fromSheet(row: number): Commune | null {
    if (this.school !== null && this.namesSeveral(this.school.index)) return this.missing(row, this.school.index);
    if (this.ofSheet === undefined) this.ofSheet = this.readSheet();
    if (this.ofSheet === null) this.reader.fail(row);
    return this.ofSheet;
  }

  /**
   * Returns whether the schools of a sheet without a commune end with the names of several, « Site d’Audeux », « Site de
   * Noironte »: no commune is that of them all.
   */
  private namesSeveral(school: number): boolean {
    const { table, context } = this.reader;
    if (table.sheetCommune?.from !== "none") return false;
    this.severalNamed ??=
      new Set(textsDown(table, school).flatMap((text) => endingCommune(text, context.directory) ?? [])).size > 1;
    return this.severalNamed;
  }

  private readSheet(): Commune | null {
    const { reader } = this;
    const { sheetCommune, sheet, top, left } = reader.table;
    const title = sheetCommune?.cell ?? null;
    // A title has its place in the sheet, and a table that is turned has others.
    const at = title === null ? { row: top, column: left } : placeIn(reader.table, title.row, title.column);
    const text = sheetCommune?.text ?? sheet.name;
    const commune = sheetCommune?.commune ?? null;
    if (commune !== null) {
      const other = sheetCommune!.other;
      if (other === undefined) return commune;
      // A title and the name of its sheet give different communes.
      const value = nameAt(sheet, at.row, at.column) ?? commune.name;
      const params = { commune: commune.name, other: other.name, value: value.trim() };
      return reader.askCommune("two-communes", value, at.row, at.column, params);
    }
    if (sheetCommune?.from !== "none")
      return reader.resolveCommune(reader.context.directory.find(text), text, at.row, at.column);
    return reader.askCommune("sheet-without-commune", "", at.row, at.column, { name: text });
  }
}

/**
 * Returns the columns where communes are alone above their schools; the school column too, if only some of its names
 * are communes.
 */
function columnsOfHeads({ table, context }: TableReader, school: number | null): ReadonlySet<number> {
  const isCommune = (text: string): boolean => context.directory.find(text).kind !== "unknown";
  const lone = table.sheet.rows.slice(table.bodyTop, table.bottom + 1).flatMap((cells) => loneText(cells, table) ?? []);
  const columns = new Set(lone.filter(({ text }) => isCommune(text)).map(({ column }) => column));
  const areCommunes = new Set(school === null ? [] : textsDown(table, school).map(isCommune));
  return school !== null && areCommunes.size === 2 ? columns.add(school) : columns;
}
