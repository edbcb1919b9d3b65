import { cellName } from "../cells";
import type { Statement } from "../statement";
import { share, text } from "./cells";
import type { Draft, DraftCell } from "./draft";
import type { ModelChart } from "./model";
import { percent, shareCells, sharesChart, sharesOf } from "./shares";
import { styles } from "./styles";

/** The columns of « Récapitulatif » that hold both parts and their sum. */
export interface PartColumns {
  readonly cagb: number;
  readonly due: number;
  readonly total: number;
}

/** What the total of the row above is cut into, in percent: the second share is what the first one leaves. Gives the row. */
export function writeShares(draft: Draft, statement: Statement, totalRow: number, columns: PartColumns): number {
  const { cagb, communes } = sharesOf(statement);
  const row = draft.next;
  const [first, second] = [cellName(row, columns.cagb), cellName(row, columns.due)];
  const names = { cagb: cellName(totalRow, columns.cagb), total: cellName(totalRow, columns.total), share: first };
  const shares = shareCells(statement, names, styles.subtotal);
  const cells: DraftCell[] = [text("Part du titre", styles.subtotal)];
  cells[columns.cagb] = shares.cagb;
  cells[columns.due] = shares.communes;
  cells[columns.total] = share(cagb.plus(communes), styles.subtotal, `${first}+${second}`);
  return draft.band(cells, styles.subtotal);
}

/** Rows of the bar of both parts, its legend and its title. */
const sharesHeight = 7;

/** Who pays what: a sentence with both shares, and one bar. */
export function addSharesChart(draft: Draft, statement: Statement, row: number, columns: PartColumns): ModelChart {
  draft.section(shareSentence(statement));
  const anchor = { ...draft.takeRows(sharesHeight), left: 0, right: columns.total };
  return sharesChart({ label: 0, cagb: columns.cagb, communes: columns.due }, { first: row, last: row }, anchor);
}

function shareSentence(statement: Statement): string {
  if (statement.total.isZero()) return "Rien n’est facturé, ni à la CAGB ni aux communes";
  const { cagb, communes } = sharesOf(statement);
  return `La CAGB prend en charge ${percent(cagb)} du titre, les communes ${percent(communes)}`;
}
