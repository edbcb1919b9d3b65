import type { Statement } from "../statement";
import { conventionOf } from "../tariff";
import { count, euros, over } from "./kit/cells";
import { columnHelper } from "./kit/columns";
import { plus, same } from "./kit/formula";
import type { Page } from "./kit/page";
import { bold, styles } from "./kit/styles";
import { table } from "./kit/table";
import { sharedSchoolsNote } from "./kit/texts";
import type { PlacedCommune, Recapitulatif } from "./recapitulatif";
import { printed } from "./titre-liquidation";

const communeColumn = columnHelper<PlacedCommune, "cagb" | "due">();

/** Over the columns of the bases. `debtor`: its short name. */
const communesTable = (debtor: string) =>
  table({
    columns: {
      commune: communeColumn.imported("Commune", null, ({ total }) => total.commune.name),
      siren: communeColumn.imported("SIREN", null, ({ total }) => total.commune.siren),
      schools: communeColumn.cell("Écoles", null, ({ schools, places }, _at, style) =>
        count(schools, style, same(places.schools)),
      ),
      cagb: communeColumn.cell(`Part de la ${debtor}`, null, ({ total, places }, _at, style) =>
        euros(total.cagb, style, same(places.cagb)),
      ),
      due: communeColumn.cell("Quote-part", null, ({ total, places }, _at, style) =>
        euros(total.due, bold(style), same(places.due)),
      ),
      total: communeColumn.cell("Total", null, ({ total }, at, style) =>
        euros(total.cagb.plus(total.due), style, plus(at.cagb, at.due)),
      ),
    },
  });

/** Annex 1: what each billed commune is in the titre, taken from « Récapitulatif ». */
export function writeAnnex(page: Page, statement: Statement, recapitulatif: Recapitulatif): void {
  const { debtor, accounts } = conventionOf(statement.campaign);
  const claimed = `\u202f; la ${debtor.short} réclame chaque quote-part (nature ${accounts.rebilled})`;
  page.section(`Annexe 1\u00a0: récapitulation par commune${statement.communes.isZero() ? "" : claimed}`);
  const communes = communesTable(debtor.short);
  communes.write(page, recapitulatif.communes, {
    style: styles.smallLine,
    keep: 0,
    none: "Aucune commune facturée.",
    repeatTitles: "where cut",
    total: {
      label: "Total des communes",
      cells: {
        schools: count(statement.schools, styles.total, same(recapitulatif.total.schools)),
        cagb: statement.cagb,
        due: statement.communes,
        total: statement.total,
      },
      keep: true,
    },
  });
  const note = sharedSchoolsNote(statement);
  if (note !== null) page.add([over(printed.count, note, styles.note)]);
}
