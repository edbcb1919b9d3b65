import { communeColumn, drawing, headcountSheet, labels, schoolColumn, sheet, type Layout } from "./parts";
import type { Dice } from "../dice";
import { cell, table, type Cell, type Column, type Machine, type Row } from "../model";
import { equipment, type Truth } from "../truth";

/** 1 November, as Excel counts days. */
export const snapshotOf = (campaign: number): number => (campaign === 2014 ? 41944 : 42309);
export const dateFormat = "dd/mm/yyyy";

const yearLong = 365;

/** Every machine of a truth: in service or not, bought long ago or within the year. */
function machinesOf({ campaign, schools }: Truth, dice: Dice): Machine[] {
  const snapshot = snapshotOf(campaign);
  const before = () => dice.whole(snapshot - 2500, snapshot - yearLong);
  const within = () => dice.whole(snapshot - yearLong + 1, snapshot);
  return schools.flatMap((school) =>
    equipment.flatMap((prestation) => {
      const isPc = prestation === "POSTE_STD";
      const gone = isPc ? school.gone : 0;
      const comeAndGone = isPc ? school.comeAndGone : 0;
      const fresh = school.installed[prestation] - comeAndGone;
      const old = prestation === "PIECES" ? 0 : school.service[prestation] - fresh;
      const machine = (entry: number, exit: number | null): Machine => ({ school, prestation, entry, exit });
      return [
        ...times(old, () => machine(before(), null)),
        ...times(fresh, () => machine(within(), null)),
        ...times(gone, () => {
          const entry = before();
          return machine(entry, dice.whole(entry + 1, snapshot));
        }),
        ...times(comeAndGone, () => {
          const entry = dice.whole(snapshot - yearLong + 1, snapshot - 1);
          return machine(entry, dice.whole(entry + 1, snapshot));
        }),
      ];
    }),
  );
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const isOut = ({ exit }: Machine): boolean => exit !== null;
export const dateCell = (serial: number | null): Cell => (serial === null ? cell(null) : cell(serial, dateFormat));

/** 2014-09-02, as exports write dates. */
export function isoOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** One machine a row, with native dates. */
const register: Layout = {
  name: "register",
  draw(truth, dice) {
    const columns: Column[] = [
      { role: "other", headers: ["N° inventaire"] },
      { role: "label", headers: ["Désignation"] },
      communeColumn(),
      schoolColumn(),
      { role: "other", headers: ["N° de série"] },
      { role: "entry", headers: ["Date de mise en service"] },
      { role: "exit", headers: ["Date de sortie"] },
      { role: "state", headers: ["État"] },
    ];
    const rows = machinesOf(truth, dice).map((machine, at): Row => {
      const { school, prestation, entry, exit } = machine;
      const cells = [
        cell(`INV-${String(at + 1).padStart(5, "0")}`),
        cell(labels[prestation]),
        cell(school.commune[1]),
        cell(school.name),
        cell(`SN${String(((at + 1) * 48_271) % 1_000_003).padStart(7, "0")}`),
        dateCell(entry),
        dateCell(exit),
        cell(isOut(machine) ? "Réformé" : "En service"),
      ];
      return { kind: "data", school, prestation, machine, cells };
    });
    return drawing(
      truth,
      this.name,
      sheet("Registre", table("inventory", "machine", columns, rows)),
      headcountSheet(truth),
    );
  },
};

const glpiHeaders = {
  fr: [
    "Nom",
    "Entité",
    "Statut",
    "Fabricant",
    "Numéro de série",
    "Type",
    "Modèle",
    "Lieu",
    "Dernière modification",
    "Date de mise en service",
  ],
  en: [
    "Name",
    "Entity",
    "Status",
    "Manufacturer",
    "Serial number",
    "Type",
    "Model",
    "Location",
    "Last update",
    "Startup date",
  ],
} as const;
const glpiRoles = ["name", "commune", "state", "other", "other", "label", "other", "school", "other", "entry"] as const;

/** A list exported by GLPI: the commune is an entity, the school a part of the place, dates are texts. It knows no exit date. */
function glpi(language: "fr" | "en"): Layout {
  return {
    name: `glpi-${language}`,
    draw(truth, dice) {
      for (const school of truth.schools) {
        school.installed.POSTE_STD -= school.comeAndGone;
        school.comeAndGone = 0;
      }
      const columns = glpiHeaders[language].map((header, at): Column => ({ role: glpiRoles[at]!, headers: [header] }));
      const rows = machinesOf(truth, dice).map((machine, at): Row => {
        const { school, prestation, entry } = machine;
        const [, commune] = school.commune;
        const values = [
          `EC-${String(at + 1).padStart(5, "0")}`,
          `Entité racine > ${commune}`,
          isOut(machine) ? "Réformé" : "En service",
          dice.one(["Dell", "HP", "Lenovo"]),
          `CZC${String(((at + 1) * 48_271) % 1_000_003).padStart(7, "0")}`,
          labels[prestation],
          dice.one(["OptiPlex 3020", "ProDesk 400 G1", "ThinkCentre M73"]),
          `${commune} > ${school.name} > Salle ${dice.whole(1, 9)}`,
          isoOf(snapshotOf(truth.campaign) - dice.whole(1, 20)),
          isoOf(entry!),
        ];
        return { kind: "data", school, prestation, machine, cells: values.map((value) => cell(value)) };
      });
      return drawing(
        truth,
        this.name,
        sheet("glpi", table("inventory", "machine", columns, rows)),
        headcountSheet(truth),
      );
    },
  };
}

export const registerLayouts = [register, glpi("fr"), glpi("en")];
