import { writeXlsx } from "hucre/xlsx";
import { previewOf } from "../../../src/taskpane/state/state";
import { sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

test("an answer given in the list of points leads to the next point, as a row set aside does: its cell is selected, and what was settled stays told", async () => {
  const rows = [
    ["Commune", "École", "Prestation", "Nature", "Quantité"],
    ["Pirey", "Les Vergers", "Poste client standard", "Maintenance", 10],
    ["Pirey", "Les Vergers", "Poste client standard", "Renfort", 5],
    ["Chalezeulle", "Le Bourg", "Poste client standard", "Maintenance", 4],
  ];
  open = await sessionIn(await writeXlsx({ sheets: [{ name: "Suivi", rows }] }), "parc.xlsx");
  const { session, workbook } = open;
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.read();
  const points = () => previewOf(session.state)!.points;
  const indexOf = (code: string) => points().findIndex((point) => point.code === code);
  const asked = indexOf("unknown-nature");
  session.dispatch({ type: "point-opened", point: asked });
  await session.run.answer(points()[asked]!.question!, "maintenance", null);
  expect(session.state).toMatchObject({
    focus: { on: "point" },
    list: { point: indexOf("unknown-commune"), place: 0 },
    settled: [{ count: 1, as: "maintenance" }],
  });
  expect(workbook.book.selection).toMatchObject({ top: 3, left: 0 });
});
