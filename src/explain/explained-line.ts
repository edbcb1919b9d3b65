import type { Billing } from "../billing";
import { cellName } from "../cells";
import type { Origin, Place } from "../documents";
import type { SourceCells } from "../inventory";
import { formatAmount } from "../money";
import type { Line } from "../statement";
import type { CellPlace, ExplainedLine, Limited } from "./explanation";

/** Cells named in full; the others are only counted. */
const sourcesTold = 10;

/** A line as it is explained: its arithmetic, the cells that it was counted from, and those that show it. */
export function explainedLine(line: Line, { sheets }: Pick<Billing, "sheets">): ExplainedLine {
  const { commune, school, tariff, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  return {
    commune: commune.name,
    school: school.name,
    prestation: tariff.prestation,
    nature,
    payer,
    quantity,
    unitPrice: formatAmount(unitPrice),
    amount: formatAmount(amount),
    share: share === null ? null : { weight: share.weight, total: share.total },
    sources: sourcePlaces(sources),
    shownAt: placesOfLine(line, sheets),
  };
}

/** A register has tens of thousands of cells: only the first are named. */
function sourcePlaces(sources: readonly SourceCells[]): Limited<CellPlace> {
  const first: CellPlace[] = [];
  let count = 0;
  for (const { sheet, column, rows } of sources) {
    for (const row of rows.slice(0, sourcesTold - first.length))
      first.push({ sheet: sheet.name, otherFile: sheet.otherFile, cell: cellName(row, column) });
    count += rows.length;
  }
  return { first, more: count - first.length };
}

/** Where the documents show a line: on its fiche, then where its commune, its prestation and the titre add it up. */
function placesOfLine(line: Line, sheets: Billing["sheets"]): CellPlace[] {
  const origins = sheets.flatMap(({ provenance }) => [...(provenance?.origins.values() ?? [])]);
  const of = (kind: Origin["kind"]) =>
    origins.filter((origin) => origin.kind === kind).flatMap((origin) => amountIn(origin, line) ?? []);
  const titre = sheets.flatMap(({ name: sheet, names }) =>
    names.flatMap(({ name, row, column }) => (name === "ORDICLASSE_TITRE" ? [{ sheet, row, column }] : [])),
  );
  return [...of("line"), ...of("commune"), ...of("bases"), ...titre].map(cellPlaceOf);
}

/** The cell of a row where a line is, or is added up; null where it is not. */
function amountIn(origin: Origin, line: Line): Place | null {
  const { nature, payer, tariff, commune } = line;
  switch (origin.kind) {
    case "line":
      return origin.line === line ? origin.amount : null;
    case "commune":
      return origin.commune.siren === commune.siren ? origin.amounts[nature][payer] : null;
    case "bases": {
      const basis = origin.bases.find((one) => one.tariff === tariff && one.nature === nature && one.payer === payer);
      return basis?.places.amount ?? null;
    }
  }
}

/** A cell of the workbook that is open, as it is told. */
export function cellPlaceOf({ sheet, row, column }: Place): CellPlace {
  return { sheet, otherFile: null, cell: cellName(row, column) };
}
