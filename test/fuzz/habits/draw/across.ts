import {
  byCommune,
  communeColumn,
  count,
  drawing,
  headcountColumn,
  inService,
  installed,
  labels,
  lines,
  otherColumn,
  quantity,
  quantityColumn,
  schoolColumn,
  schoolTable,
  sheet,
  type Layout,
} from "./parts";
import { cell, insertColumn, line, table, type Column, type Row } from "../model";
import { equipment, type School, type Truth } from "../truth";

/** A tab a commune, its schools across, what is in service beside what was installed. */
const tabs: Layout = {
  name: "tabs",
  draw(truth) {
    const { campaign } = truth;
    const sheets = byCommune(truth).map(([commune, schools]) => {
      const columns: Column[] = [
        { role: "label", headers: ["Prestation", ""] },
        ...schools.flatMap((school): Column[] => [
          { role: "quantity", school, nature: "maintenance", headers: [school.name, "En service"] },
          { role: "quantity", school, nature: "installation", headers: [school.name, `Installés ${campaign}`] },
        ]),
      ];
      const pupils: Row = {
        kind: "data",
        pupils: true,
        cells: [cell("Élèves (accès portail)"), ...schools.flatMap((school) => [cell(school.pupils), cell(null)])],
      };
      const one = table("inventory", "item", columns, [pupils, ...itemRows(truth, schools)]);
      one.above = lines(`Commune de ${commune}`, `Situation au 01/11/${campaign}`, "");
      return sheet(commune, one);
    });
    return drawing(truth, this.name, ...sheets);
  },
};

/** A row for each prestation of a truth, what is in service and installed in each of these schools. */
export function itemRows(truth: Truth, schools: readonly School[]): Row[] {
  return equipment
    .filter((code) => inService(truth).includes(code) || installed(truth).includes(code))
    .map((prestation): Row => ({
      kind: "data",
      prestation,
      cells: [
        cell(labels[prestation]),
        ...schools.flatMap((school) =>
          (["maintenance", "installation"] as const).map((nature) => quantity(count(school, prestation, nature))),
        ),
      ],
    }));
}

/** One sheet, the schools across, what is in service above what was installed; communes and schools have their labels. */
const across: Layout = {
  name: "across",
  draw(truth) {
    const one = turned(truth, "Commune", "École");
    const installs = one.columns.findIndex(({ nature }) => nature === "installation");
    if (installs !== -1)
      insertColumn(one, installs, otherColumn("Installé dans l'année (installation)"), () => cell(null));
    const service = one.columns.findIndex(({ role }) => role === "headcount");
    insertColumn(one, service, otherColumn(`En service au 01/11/${truth.campaign} (maintenance)`), () => cell(null));
    return drawing(truth, this.name, sheet(`Synthèse ${truth.campaign}`, one));
  },
};

/** The same, names of communes and schools standing in the rows above, without a label; what was installed says so. */
const acrossNamed: Layout = {
  name: "across-named",
  draw(truth) {
    const one = turned(truth, "", "");
    for (const column of one.columns)
      if (column.nature === "installation") column.headers = [`${column.headers[0]!} installés`];
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, one));
  },
};

function turned(truth: Truth, commune: string, school: string) {
  const columns = [
    communeColumn(commune),
    schoolColumn(school),
    headcountColumn("Nb élèves"),
    ...inService(truth).map((code) => quantityColumn(code, "maintenance", labels[code])),
    ...installed(truth).map((code) => quantityColumn(code, "installation", labels[code])),
  ];
  const one = schoolTable("inventory", truth.schools, columns);
  one.across = true;
  one.above = [line(`Ordiclasse – situation au 1er novembre ${truth.campaign}`), []];
  return one;
}

export const acrossLayouts = [tabs, across, acrossNamed];
