import { cell, columnOf, insertColumn, type Cell, type Column, type Drawing, type Row } from "../../model";
import type { Dice } from "../../dice";
import type { Truth } from "../../truth";
import { movementNotes, neutralNotes, stillDue, undueOfMachines, undueOfSchools } from "../../words/offices";
import { told } from "../../words/speech";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { concerned } from "../machines";
import { isOn, machineTables } from "../tools";
import { canTell, tellOfSchools } from "./tell";

const remarkHeaders = ["Observations", "Remarques", "Commentaires", "Obs.", "Notes", "Divers"];

/** Closes the last school of the truth: it is still drawn, and no longer due. */
export function closeOne({ schools }: Truth): void {
  schools.at(-1)!.closed = true;
}

/** Says texts of schools: of the last one what makes the difference, of others what makes none. */
const remarks = (name: string, must: Tag, texts: readonly string[], isUndue: boolean, onAll = false): Habit =>
  must({
    name: `remarks-${name}`,
    class: "C18",
    aspect: "texts",
    stage: 2,
    ...(isUndue && { prepare: closeOne }),
    fits: (drawing) => canTell(drawing) && drawing.layout !== "register" && drawing.truth.schools.length > 1,
    draw(drawing, dice) {
      const { schools, campaign } = drawing.truth;
      const other = schools[0]!.commune[1];
      const chosen = schools.at(-1)!;
      const texts_ = new Map(
        schools.map((school) => {
          const isSaid = onAll ? dice.chance(0.6) : school === chosen;
          const of = isSaid ? dice.one(texts) : dice.chance(0.3) ? dice.one(neutralNotes) : null;
          return [school, of === null ? null : told(of, dice, campaign, other)] as const;
        }),
      );
      tellOfSchools(drawing, dice.one(remarkHeaders), (school) => texts_.get(school) ?? null);
    },
  });

const ofSchools = [
  remarks("neutral", read, neutralNotes, false, true),
  remarks("of-movements", read, movementNotes, false, true),
  remarks("undue", mustAsk, undueOfSchools, true),
  remarks("still-due", mustAsk, stillDue, false),
];

/** Remarks of machines: some rows bear words of leaving, and are out by them alone; or none is out. */
const machineRemarks = (name: string, must: Tag, texts: readonly string[], isOut: boolean): Habit =>
  must({
    name: `remarks-of-machines-${name}`,
    class: "C18",
    aspect: "texts",
    stage: 2,
    fits: (drawing: Drawing) => isOn("register", "glpi-fr")(drawing),
    draw(drawing, dice) {
      const { campaign } = drawing.truth;
      for (const table of machineTables(drawing)) {
        const gone = new Set(isOut ? copies(drawing, dice) : []);
        const column: Column = {
          role: "other",
          headers: [dice.one(remarkHeaders)],
          ...(isOut && { tells: true as const }),
        };
        insertColumn(table, table.columns.length, column, (row) => {
          if (gone.has(row)) return cell(told(dice.one(texts), dice, campaign));
          const isSaid = dice.chance(isOut ? 0.1 : 0.3);
          return cell(isSaid ? told(dice.one(isOut ? neutralNotes : texts), dice, campaign) : null);
        });
      }
    },
  });

/** Machines more, that nothing but a remark will say to be out. */
function copies(drawing: Drawing, dice: Dice): Row[] {
  return machineTables(drawing).flatMap((table) =>
    Array.from({ length: dice.whole(2, 4) }, (_, index) => {
      const model = dice.one(concerned(table, "in").filter(({ prestation }) => prestation === "POSTE_STD"));
      const row: Row = { ...model, is: "out", cells: model.cells.map((one): Cell => ({ ...one })) };
      for (const column of table.columns)
        if (/inventaire|^Nom$|série/.test(column.headers.at(-1)!))
          row.cells[table.columns.indexOf(column)] = cell(`X${table.rows.length}-${index}`);
      const state = columnOf(table, "state");
      if (state !== undefined) row.cells[table.columns.indexOf(state)] = cell("En service");
      table.rows.splice(table.rows.indexOf(model) + 1, 0, row);
      return row;
    }),
  );
}

const ofMachines = [
  machineRemarks("neutral", read, neutralNotes, false),
  machineRemarks("leaving", mustAsk, undueOfMachines, true),
];

/** A wordy column that nothing governs: rooms, people, models, software. */
const wordy = read({
  name: "wordy-columns",
  class: "harmless",
  aspect: "column-order",
  stage: 2,
  fits: (drawing) => canTell(drawing) && drawing.layout !== "register",
  draw(drawing, dice) {
    const [header, texts] = dice.one([
      ["Directrice / directeur", ["{person}", "{person}", "Mme la directrice par intérim"]],
      ["Type de serveur", ["Kwartz", "Synology", "Windows 2008", "AbulÉdu"]],
      ["Quartier", ["{place}", "{place}"]],
      ["Adresse", ["{address}", "rue de la Poste", "12 grande rue", "3 rue des {noun}"]],
      ["Suivi par", ["{person}", "{person}"]],
      ["Modèle des postes", ["OptiPlex 3020", "ProDesk 400", "divers"]],
      ["REP / REP+", ["REP", "REP+", "non"]],
      ["Circonscription", ["Besançon 1", "Besançon 3", "Besançon ASH"]],
    ] as const);
    const { campaign } = drawing.truth;
    tellOfSchools(drawing, header, () => told(dice.one(texts), dice, campaign));
  },
});

export const remarkHabits: readonly Habit[] = [...ofSchools, ...ofMachines, wordy];
