import {
  communeColumn,
  count,
  drawing,
  headcountSheet,
  inService,
  installed,
  labels,
  lines,
  quantity,
  quantityColumn,
  schoolColumn,
  schoolTable,
  sheet,
  type Layout,
} from "./parts";
import { cell, table, type Column, type Row, type Sheet } from "../model";
import { equipment, type Equipment, type Nature } from "../truth";

const natureWords: Readonly<Record<Nature, string>> = { maintenance: "Maintenance", installation: "Installation" };

/** One prestation a row, with its nature. */
const long: Layout = {
  name: "long",
  draw(truth) {
    const columns: Column[] = [
      communeColumn(),
      schoolColumn(),
      { role: "label", headers: ["Prestation"] },
      { role: "nature", headers: ["Nature"] },
      { role: "quantity", headers: ["Quantité"] },
    ];
    const rows = truth.schools.flatMap((school) =>
      (["maintenance", "installation"] as const).flatMap((nature) =>
        equipment
          .filter((code) => count(school, code, nature) > 0)
          .map((prestation): Row => {
            const values = [
              school.commune[1],
              school.name,
              labels[prestation],
              natureWords[nature],
              count(school, prestation, nature),
            ];
            return { kind: "data", school, prestation, nature, cells: values.map((value) => cell(value)) };
          }),
      ),
    );
    return drawing(
      truth,
      this.name,
      sheet(`Lignes ${truth.campaign}`, table("inventory", "item", columns, rows)),
      headcountSheet(truth),
    );
  },
};

/** One prestation a row, what is in service beside what was installed. */
const longPairs: Layout = {
  name: "long-pairs",
  draw(truth) {
    const columns: Column[] = [
      communeColumn(),
      schoolColumn(),
      { role: "label", headers: ["Prestation"] },
      { role: "quantity", nature: "maintenance", headers: ["Quantité en service"] },
      { role: "quantity", nature: "installation", headers: ["Dont installés dans l'année"] },
    ];
    const rows = truth.schools.flatMap((school) =>
      equipment
        .filter((code) => school.service[code] + school.installed[code] > 0)
        .map((prestation): Row => ({
          kind: "data",
          school,
          prestation,
          cells: [
            cell(school.commune[1]),
            cell(school.name),
            cell(labels[prestation]),
            quantity(school.service[prestation]),
            quantity(school.installed[prestation]),
          ],
        })),
    );
    return drawing(
      truth,
      this.name,
      sheet(`Parc ${truth.campaign}`, table("inventory", "item", columns, rows)),
      headcountSheet(truth),
    );
  },
};

const kindNames = {
  PACK: "Packs logiciels",
  SERVEUR_STD: "Serveurs standard",
  POSTE_STD: "Postes clients standard",
  SERVEUR_SPEC: "Serveurs spécifiques",
  POSTE_SPEC: "Postes spécifiques",
  LOGICIEL_SPEC: "Logiciels spécifiques",
  IMPRIMANTE: "Imprimantes jet d'encre",
  PIECES: "Pièces détachées",
} as const;

/** A sheet for each kind of equipment, named after it. */
const kinds: Layout = {
  name: "kinds",
  draw(truth) {
    const shown = equipment.filter((code) => inService(truth).includes(code) || installed(truth).includes(code));
    const sheets = shown.map((code): Sheet => {
      const columns = [communeColumn(), schoolColumn()];
      if (code !== "PIECES") columns.push(quantityColumn(code, "maintenance", "En service"));
      if (installed(truth).includes(code))
        columns.push(quantityColumn(code, "installation", `Installés en ${truth.campaign}`));
      const schools = truth.schools.filter((school) => school.service[code] + school.installed[code] > 0);
      const one = schoolTable("inventory", schools, columns);
      one.above = lines(`${kindNames[code]} – situation au 01/11/${truth.campaign}`, "");
      return sheet(kindNames[code], one);
    });
    return drawing(truth, this.name, ...sheets, headcountSheet(truth));
  },
};

const families = [
  ["Serveurs", "Type de serveur", ["SERVEUR_STD", "SERVEUR_SPEC"]],
  ["Postes", "Type de poste", ["POSTE_STD", "POSTE_SPEC"]],
] as const;

/** Sheets of servers and of workstations, where a column says which ones; a sheet for each other kind. */
const typedKinds: Layout = {
  name: "typed-kinds",
  draw(truth, dice) {
    const typed = families.map(([name, header, codes]): Sheet => {
      const columns: Column[] = [
        communeColumn(),
        schoolColumn(),
        { role: "label", headers: [header] },
        { role: "quantity", nature: "maintenance", headers: ["En service"] },
        { role: "quantity", nature: "installation", headers: [`Installés en ${truth.campaign}`] },
      ];
      const rows = truth.schools.flatMap((school) =>
        codes
          .filter((code) => school.service[code] + school.installed[code] > 0)
          .map((prestation): Row => {
            const type = prestation.endsWith("STD") ? "Standard" : "Spécifique";
            const names = [school.commune[1], school.name, type].map((value) => cell(value));
            const counts = [quantity(school.service[prestation]), quantity(school.installed[prestation])];
            return { kind: "data", school, prestation, cells: [...names, ...counts] };
          }),
      );
      return sheet(name, table("inventory", "item", columns, rows));
    });
    const others = kinds.draw(truth, dice).sheets.filter(({ name }) => !/^(Serveurs|Postes)/.test(name));
    return drawing(truth, this.name, ...typed.filter(({ tables }) => tables[0]!.rows.length > 0), ...others);
  },
};

/** A pivot table of what is in service and installed, as Excel lays one out. */
const pivot: Layout = {
  name: "pivot",
  draw(truth) {
    const columns = [
      { ...communeColumn(), headers: ["", "Commune"], down: "blank" as const },
      { ...schoolColumn(), headers: ["", "École"] },
      ...pivotColumns(inService(truth), "maintenance"),
      ...pivotColumns(installed(truth), "installation"),
    ];
    const one = schoolTable("inventory", truth.schools, columns);
    one.above = lines(["Somme de Quantité", null, "Nature", "Prestation"]);
    return drawing(truth, this.name, sheet(`Parc ${truth.campaign}`, one), headcountSheet(truth));
  },
};

function pivotColumns(codes: readonly Equipment[], nature: Nature): Column[] {
  return codes.map((code) => quantityColumn(code, nature, natureWords[nature], labels[code]));
}

export const longLayouts = [long, longPairs, kinds, typedKinds, pivot];
