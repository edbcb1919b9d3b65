import { itemRows } from "./across";
import {
  byCommune,
  drawing,
  headcountColumn,
  lines,
  quantityColumns,
  schoolColumn,
  schoolTable,
  sheet,
  type Layout,
} from "./parts";
import { cell, table, type Column, type Row } from "../model";

/** A tab a commune, one school a row. */
const communeTabs: Layout = {
  name: "commune-tabs",
  draw(truth) {
    const sheets = byCommune(truth).map(([commune, schools]) => {
      const columns = [schoolColumn(), headcountColumn("Effectif"), ...quantityColumns(truth)];
      const one = schoolTable("inventory", schools, columns);
      one.above = lines(`Commune de ${commune}`, "Parc informatique des écoles", "");
      return sheet(commune, one);
    });
    return drawing(truth, this.name, ...sheets);
  },
};

/** One sheet, the schools across, under each what is in service beside what was installed. */
const acrossPairs: Layout = {
  name: "across-pairs",
  draw(truth) {
    const { schools, campaign } = truth;
    const columns: Column[] = [
      { role: "label", headers: ["Commune", "École", "Prestation"] },
      ...schools.flatMap((school): Column[] => {
        const names = [school.commune[1], school.name];
        return [
          { role: "quantity", school, nature: "maintenance", headers: [...names, "En service"] },
          { role: "quantity", school, nature: "installation", headers: [...names, "Installés"] },
        ];
      }),
    ];
    const pupils: Row = {
      kind: "data",
      pupils: true,
      cells: [cell("Élèves"), ...schools.flatMap((school) => [cell(school.pupils), cell(null)])],
    };
    const one = table("inventory", "item", columns, [pupils, ...itemRows(truth, schools)]);
    one.above = lines(`Inventaire Ordiclasse au 01/11/${campaign}`, "");
    return drawing(truth, this.name, sheet(`Parc ${campaign}`, one));
  },
};

export const communeLayouts = [communeTabs, acrossPairs];
