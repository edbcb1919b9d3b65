import { Decimal } from "decimal.js";
import { sourceName } from "../cells";
import type { InventoryReading } from "../inventory";
import type { Anomaly } from "../messages";
import { euros, imported, linkToSource, text } from "./kit/cells";
import { columnHelper } from "./kit/columns";
import { minus } from "./kit/formula";
import type { Page } from "./kit/page";
import { beside, bold, styles } from "./kit/styles";
import { table } from "./kit/table";
import { externalFiles } from "./kit/texts";

/** An amount that the office reckoned itself, which is not quantity × price. */
interface OwnAmount {
  readonly place: Pick<Anomaly, "file" | "sheet" | "cell">;
  readonly header: string;
  readonly written: Decimal;
  readonly reckoned: Decimal;
}

/** Amounts that are shown; the points have them all. */
const mostAmounts = 40;

/**
 * Writes the amounts of the inventory that are not what the tariff gives, each with its gap: the titre does not follow them.
 * Writes nothing where there is none. (decisions §4)
 */
export function writeOwnAmounts(page: Page, reading: InventoryReading): void {
  const amounts = reading.anomalies.filter(({ code }) => code === "amount-differs").map(ownAmount);
  if (amounts.length === 0) return;
  page.space();
  page.section("Montants calculés dans l’inventaire, autres que quantité × prix");
  tableOf(externalFiles(reading)).write(page, amounts.slice(0, mostAmounts), { keep: 12 });
  const left = amounts.length - mostAmounts;
  if (left > 0) page.add([text(left === 1 ? "Et un autre." : `Et ${left} autres.`, styles.note)]);
}

function ownAmount({ file, sheet, cell, params }: Anomaly): OwnAmount {
  const amountOf = (name: string) => new Decimal(String(params[name]).replace(",", "."));
  return {
    place: { file, sheet, cell },
    header: String(params.header),
    written: amountOf("written"),
    reckoned: amountOf("reckoned"),
  };
}

function tableOf(files: ReadonlySet<string>) {
  const column = columnHelper<OwnAmount, "written" | "reckoned">();
  return table({
    columns: {
      header: column.imported("Colonne", null, ({ header }) => header, styles.wrapped),
      written: column.euros("Écrit", null, ({ written }) => written),
      reckoned: column.euros("Quantité × prix", null, ({ reckoned }) => reckoned),
      gap: column.cell("Écart", null, ({ written, reckoned }, at, style) =>
        euros(written.minus(reckoned), bold(style), minus(at.written, at.reckoned)),
      ),
      see: column.cell(
        "Voir",
        null,
        ({ place: { file, sheet, cell } }) =>
          sheet === null || cell === null
            ? imported(file ?? "", styles.line)
            : linkToSource(
                sourceName(sheet, cell, file !== null && files.has(file) ? file : null),
                { file, sheet, cell },
                beside(styles.lineLink),
                files,
              ),
        "beside",
      ),
    },
  });
}
