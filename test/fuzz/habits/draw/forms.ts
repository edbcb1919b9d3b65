import { itemRows } from "./across";
import {
  byCommune,
  count,
  drawing,
  headings,
  installedHeadings,
  lines,
  otherColumn,
  sheet,
  type Layout,
} from "./parts";
import { insertColumn, cell, table, type Column, type Row, type Table } from "../model";
import { equipment, type School, type Truth } from "../truth";

function formColumns(school: School, campaign: number): Column[] {
  return [
    { role: "label", headers: ["Matériel"] },
    { role: "quantity", school, nature: "maintenance", headers: ["En service"] },
    { role: "quantity", school, nature: "installation", headers: [`Installé en ${campaign}`] },
  ];
}

/** What a form lists: what the school has. */
function formRows(truth: Truth, school: School): Row[] {
  return itemRows(truth, [school]).filter(
    ({ prestation }) => school.service[prestation!] + school.installed[prestation!] > 0,
  );
}

/** A form for each school, one below another on the tab of their commune. */
const stacked: Layout = {
  name: "stacked-forms",
  draw(truth) {
    const { campaign } = truth;
    const sheets = byCommune(truth).map(([commune, schools]) => {
      const forms = schools.map((school, at): Table => {
        const form = table("inventory", "item", formColumns(school, campaign), formRows(truth, school));
        insertColumn(form, 3, otherColumn("Observations"), () => cell("RAS"));
        const head = at === 0 ? lines(`Commune de ${commune}`, `Parc informatique au 01/11/${campaign}`, "") : [];
        form.above = [...head, ...lines(`École : ${school.name}`, ["Effectif", school.pupils])];
        return form;
      });
      return sheet(commune, ...forms);
    });
    return drawing(truth, this.name, ...sheets);
  },
};

/** A form for each school, on its own tab: labels and their values, then what it has. */
const formTabs: Layout = {
  name: "form-tabs",
  draw(truth) {
    const { campaign } = truth;
    const sheets = truth.schools.map((school, at) => {
      const form = table("inventory", "item", formColumns(school, campaign), formRows(truth, school));
      form.above = lines(
        `Fiche école – situation au 01/11/${campaign}`,
        ["Commune", school.commune[1]],
        ["École", school.name],
        ["Effectif", school.pupils],
        "",
      );
      return sheet(`Fiche ${at + 1}`, form);
    });
    return drawing(truth, this.name, ...sheets);
  },
};

/** Forms of labels and their values, one below another on one sheet. */
const labelForms: Layout = {
  name: "label-forms",
  draw(truth) {
    const forms = truth.schools.map((school): Table => {
      const rows = (["maintenance", "installation"] as const).flatMap((nature) =>
        equipment
          .filter((code) => count(school, code, nature) > 0)
          .map((prestation): Row => {
            const name = nature === "maintenance" ? headings[prestation] : installedHeadings[prestation];
            return {
              kind: "data",
              school,
              prestation,
              nature,
              cells: [cell(name), cell(count(school, prestation, nature))],
            };
          }),
      );
      const columns: Column[] = [
        { role: "label", headers: [] },
        { role: "quantity", school, headers: [] },
      ];
      const form = table("inventory", "item", columns, rows);
      form.above = lines(["Commune", school.commune[1]], ["École", school.name], ["Nombre d'élèves", school.pupils]);
      return form;
    });
    return drawing(truth, this.name, sheet(`Fiches ${truth.campaign}`, ...forms));
  },
};

export const formLayouts = [stacked, formTabs, labelForms];
