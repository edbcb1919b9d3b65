import { publish, undoPublication } from "../../../src/workbook/office";
import type { HostWorkbook } from "../../host/model";
import { ficheModel, recapModel } from "../files/models";
import { useGeneration } from "./use-generation";

const impatient = { wait: () => Promise.resolve() };
const recap = recapModel("Récapitulatif");
const first = [{ ...recap, record: JSON.stringify({ when: "2014" }) }, ficheModel("fiche-b", "Fiche B")];
/** What each of our names holds is different: the cells, the record, the rows of charts. */
const second = [
  {
    ...recap,
    rows: [
      { ...recap.rows[0]!, cells: [{ ...recap.rows[0]!.cells[0]!, value: "Fiche nouvelle" }] },
      ...recap.rows.slice(1),
    ],
    charts: recap.charts.map(({ categories, ...chart }) => ({
      ...chart,
      categories: { ...categories, firstRow: categories.firstRow + 1, lastRow: categories.lastRow + 1 },
    })),
    record: JSON.stringify({ when: "2015" }),
  },
  ficheModel("fiche-c", "Fiche C"),
];

const given = useGeneration(first);

/** Names of sheets that the Name Manager would show. */
const shownNames = ({ book }: HostWorkbook) =>
  book.sheets.flatMap(({ name: sheet, names }) =>
    names.filter(({ visible }) => visible).map(({ name }) => `${sheet}!${name}`),
  );

test("the Name Manager shows none of the names that say what our sheets are, after two generations and their undoing", async () => {
  const workbook = await given.excel.open(given.bytes);
  for (const models of [second, first, second]) {
    expect(await publish(models, impatient)).toMatchObject({ ok: true });
    expect(shownNames(workbook)).toEqual([]);
  }
  expect(await undoPublication(impatient)).toEqual({ ok: true });
  expect(shownNames(workbook)).toEqual([]);
});
