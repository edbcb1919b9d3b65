import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import type { Statement } from "../statement";
import { count, euros, imported, linkTo, refer, sumDown, text } from "./kit/cells";
import type { Page } from "./kit/page";
import { sharedSchoolsNote, type PlacedCommune, type Recapitulatif } from "./recapitulatif";
import { styles } from "./kit/styles";
import { titreColumns as at, titreWidths, type TableRows } from "./titre";

const headings = [
  ...["Commune", "INSEE", "SIREN", "Écoles"],
  ...["Part de la CAGB", "Quote-part à refacturer", "Total"],
];
const textColumns = 3;
const schoolsColumn = 3;

/** What each billed commune is in the titre, taken from « Récapitulatif », and the identity with the titre's total. */
export function writeCommunes(
  draft: Page,
  statement: Statement,
  recapitulatif: Recapitulatif,
  titreTotal: number,
): TableRows {
  draft.section("Récapitulation par commune");
  const header = draft.add(
    headings.map((title, column) => text(title, column < textColumns ? styles.header : styles.headerNumber)),
    true,
  );
  const first = draft.next;
  const billed = recapitulatif.communes;
  billed.forEach((one, index) => writeCommune(draft, one, index === billed.length - 1));
  if (billed.length === 0) draft.band([text("Aucune commune facturée.", styles.line)], styles.line, true);
  const last = draft.next - 1;
  const sumOf = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const total = draft.add(
    [
      text("Total des communes", styles.total),
      ...[null, null].map(() => text("", styles.total)),
      count(statement.schools, styles.total, refer(recapitulatif.schools)),
      sumOf(statement.cagb, at.cagb),
      sumOf(statement.communes, at.commune),
      sumOf(statement.total, at.total),
    ],
    true,
  );
  const identity = `ROUND(${cellName(total, at.total)}-${cellName(titreTotal, at.total)},2)`;
  const gap = titreWidths.map(() => text("", styles.note));
  gap[0] = text("Écart avec le total du titre (0,00 attendu)", styles.note);
  gap[at.total] = euros(new Decimal(0), styles.note, identity);
  draft.add(gap);
  const note = sharedSchoolsNote(statement);
  if (note !== null) draft.paragraph(note, styles.note);
  return { header, total };
}

const boldLine = { ...styles.line, bold: true } as const;

function writeCommune(draft: Page, { total, fiche, schools, places }: PlacedCommune, keep: boolean): void {
  const { commune, cagb, due } = total;
  const row = draft.next;
  const cells = [
    linkTo(commune.name, fiche, "A1", styles.lineLink, `Ouvrir la fiche de ${commune.name}`),
    imported(commune.insee, styles.line),
    imported(commune.siren, styles.line),
  ];
  cells[schoolsColumn] = count(schools, styles.line, refer(places.schools));
  cells[at.cagb] = euros(cagb, styles.line, refer(places.cagb));
  cells[at.commune] = euros(due, styles.line, refer(places.due));
  cells[at.total] = euros(cagb.plus(due), boldLine, `${cellName(row, at.cagb)}+${cellName(row, at.commune)}`);
  draft.add(cells, keep);
}
