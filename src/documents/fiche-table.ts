import { Decimal } from "decimal.js";
import type { Nature } from "../tariff";
import { euros, imported, sourceCell, text, type PageCell } from "./kit/cells";
import { columnHelper, type Cells, type Column } from "./kit/columns";
import { product, type Formula } from "./kit/formula";
import type { CellStyle } from "./kit/model";
import { beside, greyed, styles } from "./kit/styles";
import { table } from "./kit/table";
import { natureNames } from "./kit/texts";
import type { FicheLine } from "./fiche-schools";

/** The columns of a fiche; `before`: of the campaign compared, where there is one. */
export type FicheColumn = "prestation" | "quantity" | "price" | "amount" | "before" | "counted" | "source" | "code";
type FicheColumns = Readonly<Record<FicheColumn, Column<FicheLine, FicheColumn>>>;

/** What an amount is counted in, beside it on the screen: SUMIF finds it so. */
type Counted = Nature | "school";
const countedIn: Readonly<Record<Counted, string>> = { ...natureNames, school: "École" };

const column = columnHelper<FicheLine, FicheColumn>();

/** As wide with the campaign compared as without, so that both print alike. */
const widths = {
  alone: { prestation: 59, quantity: 15, price: 17, amount: 25, before: 0 },
  compared: { prestation: 47, quantity: 14, price: 15, amount: 20, before: 20 },
};

/** Of what is shown, and of the campaign compared; `compared`: the title of its column, or null. */
export type FicheTable = ReturnType<typeof ficheTable>;

/** The lines of a fiche: one column of amounts, and that of the campaign compared beside it. */
export function ficheTable(compared: string | null) {
  const { prestation, quantity, price, amount, before } = compared === null ? widths.alone : widths.compared;
  const columns = {
    prestation: column.cell("Prestation", prestation, prestationCell, "left"),
    quantity: column.count("Quantité", quantity, ({ billed }) => billed?.quantity ?? 0),
    price: column.euros("Prix unitaire", price, (line) => line.price),
    amount: column.euros("Montant", amount, ({ billed }) => billed?.amount ?? new Decimal(0), amountFormula),
    ...(compared !== null && { before: column.cell(compared, before, beforeCell) }),
    counted: column.cell("Compté en", 14, ({ nature }, _at, style) => countedCell(nature, style), "beside"),
    source: column.cell("Source", 28, ({ billed }) => (billed === null ? null : sourceCell(billed)), "beside"),
    code: column.imported("Code", 13.5, ({ code }) => code, styles.code),
  };
  return table({
    // Without a campaign compared, nothing points at its column.
    columns: columns as FicheColumns,
    origin: ({ billed }, at) => (billed === null ? null : { kind: "line", line: billed, amount: at.amount }),
  });
}

/** What stands above and below the lines goes over their columns: each part from its first column to the one before the next. */
export interface FicheParts {
  /** How many, at what price. */
  readonly counts: number;
  /** What it comes to. */
  readonly amounts: number;
  /** The campaign compared; as `screen` where there is none. */
  readonly before: number;
  /** What is not printed: what an amount is counted in, sources, codes. As many columns are printed. */
  readonly screen: number;
}

/** Returns the zero-based first column of each part. */
export function partsOf({ at }: FicheTable): FicheParts {
  return { counts: at.quantity, amounts: at.amount, before: at.before ?? at.counted, screen: at.counted };
}

function prestationCell({ label }: FicheLine, _at: Cells<FicheColumn>, { color }: CellStyle): PageCell {
  return imported(label, color === undefined ? styles.indented : greyed(styles.indented));
}

/** Cents were shared out between the communes of a key: no product gives one's part. */
function amountFormula(at: Cells<FicheColumn>, { billed, price }: FicheLine): Formula | undefined {
  const isShared = billed !== null && billed.share !== null;
  return isShared || price === null ? undefined : product(at.quantity, at.price);
}

function beforeCell({ before }: FicheLine, _at: Cells<FicheColumn>, style: CellStyle): PageCell | null {
  return before === null ? null : euros(before, greyed(style));
}

/** Returns the cell that says what an amount is counted in. */
export function countedCell(what: Counted, style: CellStyle): PageCell {
  return text(countedIn[what], beside(style));
}
