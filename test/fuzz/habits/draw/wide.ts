import {
  byCommune,
  communeColumn,
  count,
  drawing,
  headcountColumn,
  headcountSheet,
  headcountTable,
  headings,
  inService,
  installed,
  installedHeadings,
  lines,
  otherColumn,
  quantityColumn,
  quantityColumns,
  schoolColumn,
  schoolTable,
  sheet,
  type Layout,
} from "./parts";
import { priceOf, times } from "../bill";
import { cell, insertColumn, table, type Row } from "../model";
import type { Equipment, Nature } from "../truth";

/** One school a row, a column for each prestation, in service then installed. */
const wide: Layout = {
  name: "wide",
  draw(truth) {
    const columns = [communeColumn(), schoolColumn(), headcountColumn(), ...quantityColumns(truth)];
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, schoolTable("inventory", truth.schools, columns)));
  },
};

/** The same under two headings, « En service » and « Dont installés dans l'année », the pupils on a sheet of their own. */
const grouped: Layout = {
  name: "grouped",
  draw(truth) {
    const columns = [
      { ...communeColumn(), headers: ["", "Commune"] },
      { ...schoolColumn(), headers: ["", "École"] },
      ...inService(truth).map((code) => quantityColumn(code, "maintenance", "En service", headings[code])),
      ...installed(truth).map((code) =>
        quantityColumn(code, "installation", "Dont installés dans l'année", headings[code]),
      ),
    ];
    const parc = schoolTable("inventory", truth.schools, columns);
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, parc), headcountSheet(truth));
  },
};

/** One school a row, each commune a title above its schools. */
const communeTitles: Layout = {
  name: "commune-titles",
  draw(truth) {
    const columns = [schoolColumn("Communes et écoles"), headcountColumn("Nb élèves"), ...quantityColumns(truth)];
    const rows = byCommune(truth).flatMap(([commune, schools]): Row[] => [
      {
        kind: "title",
        school: schools[0]!,
        cells: columns.map((_, at) => cell(at === 0 ? commune.toUpperCase() : null)),
      },
      ...schoolTable("inventory", schools, columns).rows,
    ]);
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, table("inventory", "school", columns, rows)));
  },
};

/** What is in service on a sheet, what was installed on another. */
const twoSheets: Layout = {
  name: "two-sheets",
  draw(truth) {
    const parc = [
      communeColumn(),
      schoolColumn(),
      headcountColumn("Effectif"),
      ...quantityColumns(truth, ["maintenance"]),
    ];
    const sheets = [sheet("Parc en service", schoolTable("inventory", truth.schools, parc))];
    if (installed(truth).length > 0) {
      const columns = [
        communeColumn(),
        schoolColumn(),
        ...installed(truth).map((code) => quantityColumn(code, "installation", headings[code])),
      ];
      sheets.push(sheet(`Installations ${truth.campaign}`, schoolTable("installations", truth.schools, columns)));
    }
    return drawing(truth, this.name, ...sheets);
  },
};

/** What is in service, what was installed, and the pupils, in three tables side by side. */
const sideBySide: Layout = {
  name: "side-by-side",
  draw(truth) {
    const { campaign, schools } = truth;
    const parc = schoolTable("inventory", schools, [
      communeColumn(),
      schoolColumn(),
      ...quantityColumns(truth, ["maintenance"]),
    ]);
    parc.above = lines(`Parc en service au 01/11/${campaign}`);
    const pupils = headcountTable(truth);
    pupils.above = lines(`Effectifs au 01/11/${campaign}`);
    const tables = [parc, pupils];
    if (installed(truth).length > 0) {
      const columns = installed(truth).map((code) => quantityColumn(code, "installation", headings[code]));
      const fresh = schoolTable("installations", schools, [communeColumn(), schoolColumn(), ...columns]);
      fresh.above = lines(`Installations du 02/11/${campaign - 1} au 01/11/${campaign}`);
      tables.splice(1, 0, fresh);
    }
    return drawing(truth, this.name, { name: `Ordiclasse ${campaign}`, tables, side: true });
  },
};

/** What was installed in a block of its own, below what is in service. */
const blocks: Layout = {
  name: "blocks",
  draw(truth) {
    const { campaign, schools } = truth;
    const parc = schoolTable("inventory", schools, [
      communeColumn(),
      schoolColumn(),
      headcountColumn(),
      ...quantityColumns(truth, ["maintenance"]),
    ]);
    parc.above = lines(`Parc en service au 01/11/${campaign}`);
    const tables = [parc];
    if (installed(truth).length > 0) {
      const columns = installed(truth).map((code) => quantityColumn(code, "installation", headings[code]));
      const fresh = schoolTable("installations", schools, [communeColumn(), schoolColumn(), ...columns]);
      fresh.above = lines(`Installations ${campaign}`);
      tables.push(fresh);
    }
    return drawing(truth, this.name, sheet(`Ordiclasse ${campaign}`, ...tables));
  },
};

/** A quantity and the amount that it comes to, under each prestation. */
const quantityAndAmount: Layout = {
  name: "quantity-amount",
  draw(truth) {
    const head = [
      { ...communeColumn(), headers: ["", "Commune"] },
      { ...schoolColumn(), headers: ["", "École"] },
      { ...headcountColumn(), headers: ["", "Élèves"] },
    ];
    const quantities = [
      ...inService(truth).map((code) => quantityColumn(code, "maintenance", headings[code], "Qté")),
      ...installed(truth).map((code) => quantityColumn(code, "installation", installedHeadings[code], "Qté")),
    ];
    const parc = schoolTable("inventory", truth.schools, [...head, ...quantities]);
    for (const { prestation, nature, headers } of quantities) {
      const index = parc.columns.findIndex((one) => one.prestation === prestation && one.nature === nature);
      insertColumn(parc, index + 1, otherColumn(headers[0]!, "Montant (€)"), ({ school }) =>
        amountCell(prestation!, nature!, count(school!, prestation!, nature!)),
      );
    }
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, parc));
  },
};

/** What the office reckons of a quantity, in euros. */
export function amountCell(code: Equipment, nature: Nature, units: number, format?: string) {
  const price = priceOf(code, nature);
  return cell(price === null || units === 0 ? null : Number(times(price, units)), format);
}

export const wideLayouts = [wide, grouped, communeTitles, twoSheets, sideBySide, blocks, quantityAndAmount];
