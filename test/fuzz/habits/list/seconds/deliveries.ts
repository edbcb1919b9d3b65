import { labels, sheet } from "../../draw/parts";
import { snapshotOf } from "../../draw/registers";
import { cell, equipmentOf, table, type Column, type Row } from "../../model";
import { read, type Habit } from "../habit";
import { dated } from "./columns";

/** What was installed month by month, a tab each, every row with its day: what falls in the window is due. */
const deliveries = read({
  name: "second-sheet-deliveries-by-month",
  class: "C6",
  aspect: "other-sheets",
  stage: 6,
  fits: (drawing) =>
    drawing.layout === "two-sheets" && equipmentOf(drawing).some(({ kind }) => kind === "installations"),
  draw(drawing, dice) {
    const { campaign, schools } = drawing.truth;
    const snapshot = snapshotOf(campaign);
    const months = [
      ["oct {N-1}", -380, false],
      ["déc {N-1}", -325, true],
      ["mars {N}", -220, true],
      ["sept {N}", -50, true],
      ["nov {N}", 20, false],
    ] as const;
    const word = dice.one(["Livraisons", "Installations", "Poses"]);
    const made = months.map(([month, day, isDue]) => {
      const columns: Column[] = [
        { role: "entry", headers: ["Date"] },
        { role: "commune", headers: ["Commune"] },
        { role: "school", headers: ["École"] },
        { role: "label", headers: ["Matériel"] },
        { role: "quantity", nature: "installation", headers: ["Quantité"] },
      ];
      const rows: Row[] = [];
      const one = table("installations", "item", columns, rows);
      if (!isDue) one.is = "other-year";
      return { sheet: sheet(dated(`${word} ${month}`, drawing), one), rows, day: snapshot + day, isDue };
    });
    const put = (
      month: (typeof made)[number],
      school: (typeof schools)[number],
      code: Row["prestation"],
      count: number,
    ) =>
      month.rows.push({
        kind: "data",
        school,
        prestation: code!,
        nature: "installation",
        cells: [
          cell(month.day, "dd/mm/yyyy"),
          ...[school.commune[1], school.name, labels[code!], count].map((value) => cell(value)),
        ],
      });
    const inside = made.filter(({ isDue }) => isDue);
    for (const school of schools)
      for (const code of Object.keys(labels) as (keyof typeof labels)[])
        for (let left = school.installed[code]; left > 0;) {
          const count = dice.whole(1, left);
          put(dice.one(inside), school, code, count);
          left -= count;
        }
    for (const month of made.filter(({ isDue }) => !isDue))
      for (const school of dice.some(schools, 2)) put(month, school, "POSTE_STD", dice.whole(1, 3));
    const index = drawing.sheets.findIndex(({ tables }) => tables.some(({ kind }) => kind === "installations"));
    drawing.sheets.splice(index, 1, ...made.filter(({ rows }) => rows.length > 0).map((one) => one.sheet));
  },
});

export const deliveryHabits: readonly Habit[] = [deliveries];
