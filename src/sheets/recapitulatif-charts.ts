import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import type { Statement } from "../statement";
import { share, text } from "./cells";
import type { Draft, DraftCell } from "./draft";
import type { ModelChart } from "./model";
import { chartColors, chartLabels, shareFormat, styles } from "./styles";

/** The columns of « Récapitulatif » that hold both parts and their sum. */
export interface PartColumns {
  readonly cagb: number;
  readonly due: number;
  readonly total: number;
}

/** Decimals of a share: `37,2 %`. */
const shareDigits = 3;

/** Both parts of the titre, between 0 and 1, to a tenth of a percent; both are 0 where nothing is billed. */
function sharesOf({ cagb, total }: Statement): { readonly cagb: Decimal; readonly communes: Decimal } {
  if (total.isZero()) return { cagb: new Decimal(0), communes: new Decimal(0) };
  const rounded = cagb.div(total).toDecimalPlaces(shareDigits, Decimal.ROUND_HALF_UP);
  return { cagb: rounded, communes: new Decimal(1).minus(rounded) };
}

/** What the total of the row above is cut into, in percent: the second share is what the first one leaves. Gives the row. */
export function writeShares(draft: Draft, statement: Statement, totalRow: number, columns: PartColumns): number {
  const { cagb, communes } = sharesOf(statement);
  const row = draft.next;
  const [first, second] = [cellName(row, columns.cagb), cellName(row, columns.due)];
  const isSomething = !statement.total.isZero();
  const ratio = `ROUND(${cellName(totalRow, columns.cagb)}/${cellName(totalRow, columns.total)},${shareDigits})`;
  const cells: DraftCell[] = [text("Part du titre", styles.subtotal)];
  cells[columns.cagb] = share(cagb, styles.subtotal, isSomething ? ratio : undefined);
  cells[columns.due] = share(communes, styles.subtotal, isSomething ? `1-${first}` : undefined);
  cells[columns.total] = share(cagb.plus(communes), styles.subtotal, `${first}+${second}`);
  return draft.band(cells, styles.subtotal);
}

/** Rows of the bar of both parts, its legend and its title. */
const sharesHeight = 7;

/** Who pays what: a sentence with both shares, and one bar. */
export function addSharesChart(draft: Draft, statement: Statement, row: number, columns: PartColumns): ModelChart {
  draft.section(shareSentence(statement));
  return {
    kind: "bar-stacked-100",
    title: "Qui paie le titre : la CAGB et les communes, en %",
    categories: { column: 0, firstRow: row, lastRow: row },
    series: [
      {
        title: "Part de la CAGB",
        column: columns.cagb,
        color: chartColors.cagb,
        labels: { format: shareFormat, color: chartLabels.cagb, at: "center" },
      },
      {
        title: "Quotes-parts des communes",
        column: columns.due,
        color: chartColors.commune,
        labels: { format: shareFormat, color: chartLabels.commune, at: "center" },
      },
    ],
    hasLegend: true,
    anchor: { ...draft.takeRows(sharesHeight), left: 0, right: columns.total },
    altText: "Une barre de 100 % : la part du titre que la CAGB prend en charge, et celle des communes.",
  };
}

function shareSentence(statement: Statement): string {
  if (statement.total.isZero()) return "Rien n’est facturé, ni à la CAGB ni aux communes";
  const { cagb, communes } = sharesOf(statement);
  return `La CAGB prend en charge ${percent(cagb)} du titre, les communes ${percent(communes)}`;
}

/** `37,2 %`. */
function percent(part: Decimal): string {
  return `${part.times(100).toFixed(1).replace(".", ",")}\u00a0%`;
}
