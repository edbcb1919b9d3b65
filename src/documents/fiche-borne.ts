import type { Steps } from "../cells";
import { partOf, type CommuneTotal } from "../statement";
import type { Nature } from "../tariff";
import type { FicheLine } from "./fiche-lines";
import {
  makeRoom,
  quantitiesIn,
  sumOver,
  writeTitles,
  writeTotal,
  type FicheRow,
  type Group,
  type PartContext,
  type PayerCells,
} from "./fiche-part";
import { text } from "./kit/cells";
import { greyed, styles } from "./kit/styles";

/**
 * Writes what the debtor pays, a line for each prestation of each school, then the total. Returns the cells of the
 * part.
 */
export function* writeBornePart(context: PartContext, total: CommuneTotal): Steps<PayerCells> {
  const { page, lines, edits } = context;
  writeTitles(context);
  const first = page.next;
  const { schools, formers } = context.part;
  const style = greyed(styles.smallLine);
  const rows: { readonly nature: Nature; readonly row: FicheRow }[] = [];
  const write = (line: FicheLine, isLast: boolean) => {
    makeRoom(context, isLast ? 2 : 1);
    rows.push({ nature: line.nature, row: lines.rows(page, [line], { style, keep: () => isLast }).rows[0]! });
  };
  const all = schools.flatMap(({ school, lines: own }) =>
    own.map((line) => (schools.length === 1 ? line : { ...line, label: `${school.school.name} · ${line.label}` })),
  );
  for (const line of [...all, ...formers]) {
    write(line, line === (formers.at(-1) ?? all.at(-1)));
    yield;
  }
  if (rows.length === 0) page.band([text("Aucune prestation.", style)], style, true);
  edits.watch(...quantitiesIn(context, first));
  const of = (nature: Nature) => rows.flatMap((one) => (one.nature === nature ? [one.row] : []));
  const group: Group = {
    rows: { installation: of("installation"), maintenance: of("maintenance") },
    subtotal: null,
    sum: sumOver(rows.map(({ row }) => row)),
  };
  return writeTotal(context, partOf(total.split, "cagb"), { first, groups: rows.length === 0 ? [] : [group] });
}
